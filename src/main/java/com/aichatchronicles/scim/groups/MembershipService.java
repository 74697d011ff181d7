package com.aichatchronicles.scim.groups;

import com.aichatchronicles.platform.persistence.Sql;
import com.aichatchronicles.platform.persistence.TextArrayConverter;
import com.aichatchronicles.scim.protocol.ScimFailure;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;

/** Who is in which group, and with it who has which role. */
@Stateless
public class MembershipService {
    @PersistenceContext
    EntityManager entities;

    @Inject
    GroupQueries groups;

    @Inject
    GroupRoleService roles;

    /**
     * @param group an existing one
     * @param users who are in it from now on; some may be already
     * @throws ScimFailure invalidValue if one of them is no user
     */
    public void add(UUID group, List<UUID> users) {
        String ids = literal(users);
        long known = ((Number) new Sql()
                        .add(
                                "SELECT count(*) FROM (SELECT FROM chronicles.scim_users"
                                        + " WHERE user_id = ANY (CAST(? AS uuid[])) ORDER BY user_id FOR KEY SHARE) u",
                                ids)
                        .by(entities::createNativeQuery)
                        .getSingleResult())
                .longValue();
        if (known < users.size()) {
            throw ScimFailure.value("members.value must be the id of a user");
        }
        new Sql()
                .add(
                        "INSERT INTO chronicles.scim_members (group_id, user_id)"
                                + " SELECT ?, unnest(CAST(? AS uuid[])) ON CONFLICT DO NOTHING",
                        group,
                        ids)
                .by(entities::createNativeQuery)
                .executeUpdate();
        follow(group, users);
    }

    /**
     * @param group an existing one
     * @param users who are not in it from now on; some may not have been
     */
    public void remove(UUID group, List<UUID> users) {
        new Sql()
                .add(
                        "DELETE FROM chronicles.scim_members WHERE group_id = ? AND user_id = ANY (CAST(? AS uuid[]))",
                        group,
                        literal(users))
                .by(entities::createNativeQuery)
                .executeUpdate();
        follow(group, users);
    }

    /**
     * @param group an existing one
     * @param users who alone are in it from now on
     * @throws ScimFailure invalidValue if one of them is no user
     */
    public void replace(UUID group, List<UUID> users) {
        List<UUID> before = groups.members(group);
        remove(group, without(before, users));
        add(group, without(users, before));
    }

    /**
     * @param group one that has just been given another name
     * @param before its former name
     * @param after its name from now on
     */
    public void renamed(UUID group, String before, String after) {
        if (roles.isMapped(before) || roles.isMapped(after)) {
            roles.follow(groups.members(group));
        }
    }

    private void follow(UUID group, List<UUID> users) {
        boolean mapped = groups.lookup(group, false)
                .map(found -> found.attributes().path("displayName").asText())
                .filter(roles::isMapped)
                .isPresent();
        if (mapped && !users.isEmpty()) {
            roles.follow(users);
        }
    }

    private static List<UUID> without(List<UUID> users, Collection<UUID> others) {
        Collection<UUID> known = new HashSet<>(others);
        return users.stream().filter(user -> !known.contains(user)).toList();
    }

    private static String literal(List<UUID> users) {
        return TextArrayConverter.literal(users.stream().map(UUID::toString).toList());
    }
}
