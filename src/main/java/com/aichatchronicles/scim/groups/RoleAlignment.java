package com.aichatchronicles.scim.groups;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;

/** Takes back at the start the roles that {@code SCIM_ROLE_MAP} gives no more, and gives those that it does. */
@Startup
@Singleton
@DependsOn("SchemaMigration")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class RoleAlignment {
    private static final System.Logger LOG = System.getLogger(RoleAlignment.class.getName());

    @Inject
    GroupRoleService roles;

    @PostConstruct
    void align() {
        try {
            roles.followAll();
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "The roles of directory users could not be looked through: {0}", e.getMessage());
        }
    }
}
