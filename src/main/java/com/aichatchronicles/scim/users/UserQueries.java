package com.aichatchronicles.scim.users;

import com.aichatchronicles.platform.persistence.Sql;
import com.aichatchronicles.scim.protocol.ListRequest;
import com.aichatchronicles.scim.protocol.ResourcePage;
import com.aichatchronicles.scim.protocol.ScimBody;
import com.aichatchronicles.scim.protocol.StoredResource;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Reads users as their directory sees them. */
@Dependent
class UserQueries {
    /** What users can be sorted by. */
    static final Map<String, String> SORTABLE = Map.of(
            "id", "u.user_id",
            "username", "lower(u.user_name) COLLATE \"C\"",
            "displayname", "lower(u.display_name) COLLATE \"C\"",
            "meta.created", "u.created_at",
            "meta.lastmodified", "u.updated_at");

    private static final String USERS = """
            SELECT u.user_id, CAST(json_strip_nulls(json_build_object(
                       'userName', u.user_name, 'externalId', u.external_id, 'displayName', u.display_name,
                       'name', CASE WHEN coalesce(u.formatted_name, u.given_name, u.family_name) IS NOT NULL THEN
                           json_build_object('formatted', u.formatted_name, 'givenName', u.given_name,
                                             'familyName', u.family_name) END,
                       'active', u.active,
                       'emails', (SELECT json_agg(json_build_object('value', e.value, 'type', e.type,
                                                                    'primary', e.is_primary) ORDER BY e.position)
                                    FROM chronicles.scim_emails e WHERE e.user_id = u.user_id),
                       'groups', (SELECT json_agg(json_build_object('value', g.id, 'display', g.display_name)
                                                  ORDER BY g.id)
                                    FROM (SELECT group_id FROM chronicles.scim_members
                                           WHERE user_id = u.user_id ORDER BY group_id LIMIT 1000) m
                                    JOIN chronicles.scim_groups g ON g.id = m.group_id))) AS text),
                   u.version, u.created_at, u.updated_at
              FROM chronicles.scim_users u""";

    @PersistenceContext
    EntityManager entities;

    /** @return the user, empty for an id of none, and for an account that no directory keeps */
    Optional<StoredResource> lookup(UUID id) {
        return users(new Sql().add(USERS + " WHERE u.user_id = ?", id)).stream().findFirst();
    }

    /** Makes other writers of the user wait until the transaction ends. */
    void lock(UUID id) {
        new Sql()
                .add("SELECT version FROM chronicles.scim_users WHERE user_id = ? FOR UPDATE", id)
                .by(entities::createNativeQuery)
                .getResultList();
    }

    ResourcePage list(ListRequest request) {
        Sql sql = new Sql().add(USERS + " JOIN (SELECT u.user_id FROM chronicles.scim_users u");
        request.appendCondition(sql);
        sql.add("ORDER BY " + request.order() + " OFFSET ? LIMIT ?", request.startIndex() - 1, request.count())
                .add(") page ON page.user_id = u.user_id ORDER BY " + request.order());
        List<StoredResource> users = request.count() == 0 ? List.of() : users(sql);
        boolean whole = !users.isEmpty() && users.size() < request.count();
        return new ResourcePage(whole ? request.startIndex() - 1L + users.size() : count(request), users);
    }

    private long count(ListRequest request) {
        Sql sql = new Sql().add("SELECT count(*) FROM chronicles.scim_users u");
        request.appendCondition(sql);
        return ((Number) sql.by(entities::createNativeQuery).getSingleResult()).longValue();
    }

    private List<StoredResource> users(Sql sql) {
        List<?> rows = sql.by(entities::createNativeQuery).getResultList();
        return rows.stream().map(row -> user((Object[]) row)).toList();
    }

    private static StoredResource user(Object[] column) {
        ObjectNode attributes = (ObjectNode) ScimBody.parse((String) column[1]);
        // Membership is shown but has no part in the version of the row.
        String groups = Integer.toHexString(attributes.path("groups").toString().hashCode());
        return new StoredResource(
                (UUID) column[0],
                attributes,
                column[2] + "." + groups,
                ((Timestamp) column[3]).toInstant(),
                ((Timestamp) column[4]).toInstant());
    }
}
