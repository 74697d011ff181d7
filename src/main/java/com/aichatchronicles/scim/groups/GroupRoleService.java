package com.aichatchronicles.scim.groups;

import com.aichatchronicles.platform.persistence.Sql;
import com.aichatchronicles.platform.persistence.TextArrayConverter;
import com.aichatchronicles.scim.ScimConfig;
import com.aichatchronicles.scim.users.DirectoryAccountService;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * Keeps the roles of users in step with their groups, as {@code SCIM_ROLE_MAP} has it: in the transaction that changes
 * a membership, so that a role that is lost is lost at once. A role that no group has given is left alone.
 */
@Stateless
public class GroupRoleService {
    private static final String NONE = "user";

    private static final String OUT_OF_STEP = """
            SELECT user_id, wanted FROM (
                SELECT u.user_id, u.given_role,
                       (SELECT map.role
                          FROM chronicles.scim_members m JOIN chronicles.scim_groups g ON g.id = m.group_id
                          JOIN unnest(CAST(? AS text[]), CAST(? AS text[])) AS map (name, role)
                            ON map.name = lower(g.display_name)
                         WHERE m.user_id = u.user_id
                         ORDER BY array_position(CAST('{admin,moderator,premium}' AS text[]), map.role)
                         LIMIT 1) AS wanted
                  FROM chronicles.scim_users u WHERE""";

    @PersistenceContext
    EntityManager entities;

    @Inject
    ScimConfig config;

    @Inject
    DirectoryAccountService accounts;

    /**
     * @param group the name of a group
     * @return whether it gives a role
     */
    public boolean isMapped(String group) {
        return config.rolesByGroup().containsKey(group.toLowerCase(Locale.ROOT));
    }

    /**
     * Gives those users the role that their groups give them now.
     *
     * @param users whose membership has changed
     */
    public void follow(Collection<UUID> users) {
        String ids =
                TextArrayConverter.literal(users.stream().map(UUID::toString).toList());
        // Two groups may change at once: who comes second has to see what the first has done.
        new Sql()
                .add(
                        "SELECT count(*) FROM (SELECT FROM chronicles.scim_users"
                                + " WHERE user_id = ANY (CAST(? AS uuid[])) ORDER BY user_id FOR UPDATE) locked",
                        ids)
                .by(entities::createNativeQuery)
                .getSingleResult();
        align(map().add("u.user_id = ANY (CAST(? AS uuid[]))", ids));
    }

    /** Brings all in step after the configuration has changed. */
    public void followAll() {
        align(map().add("""
                u.given_role IS NOT NULL OR EXISTS (
                    SELECT FROM chronicles.scim_members m JOIN chronicles.scim_groups g ON g.id = m.group_id
                     WHERE m.user_id = u.user_id AND lower(g.display_name) = ANY (CAST(? AS text[])))""", names()));
    }

    private Sql map() {
        List<String> roles = new ArrayList<>(config.rolesByGroup().values());
        return new Sql().add(OUT_OF_STEP, names(), TextArrayConverter.literal(roles));
    }

    private String names() {
        return TextArrayConverter.literal(List.copyOf(config.rolesByGroup().keySet()));
    }

    private void align(Sql sql) {
        List<?> rows = sql.add(") AS role WHERE given_role IS DISTINCT FROM wanted")
                .by(entities::createNativeQuery)
                .getResultList();
        rows.forEach(row -> give((UUID) ((Object[]) row)[0], (String) ((Object[]) row)[1]));
    }

    private void give(UUID user, String role) {
        new Sql()
                .add("UPDATE chronicles.scim_users SET given_role = ? WHERE user_id = ?", role, user)
                .by(entities::createNativeQuery)
                .executeUpdate();
        accounts.give(user, role == null ? NONE : role);
    }
}
