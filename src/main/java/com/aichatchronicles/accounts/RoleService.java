package com.aichatchronicles.accounts;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.lang.System.Logger.Level;
import java.util.UUID;

/** What accounts may do, for those who have the right to say so. Holds at the next request, on every server. */
@Stateless
public class RoleService {
    private static final System.Logger LOG = System.getLogger(RoleService.class.getName());

    /** Of two who demote each other, the second must see what the first has done. */
    private static final String LOCK = "SELECT pg_advisory_xact_lock(hashtextextended('roles of admins', 0))";

    private static final String ASSIGN = """
            UPDATE auth.users a SET raw_app_meta_data = jsonb_set(coalesce(raw_app_meta_data, '{}'), '{role}', to_jsonb(?1))
             WHERE a.id = ?2 AND a.account_role <> ?1
               AND (a.account_role <> 'admin' OR EXISTS (
                       SELECT 1 FROM auth.users o WHERE o.account_role = 'admin' AND o.id <> a.id AND o.deleted_at IS NULL))""";

    @PersistenceContext
    EntityManager entities;

    /**
     * Gives an account a role in place of the one it has. The last admin stays one.
     *
     * @param account whose it is
     * @param role what it may do from now on
     */
    public void assign(UUID account, Role role) {
        if (role != Role.ADMIN) {
            entities.createNativeQuery(LOCK).getSingleResult();
        }
        int changed = entities.createNativeQuery(ASSIGN)
                .setParameter(1, role.text())
                .setParameter(2, account)
                .executeUpdate();
        if (changed > 0) {
            LOG.log(Level.INFO, "The account {0} has the role {1} now", account, role.text());
        }
    }
}
