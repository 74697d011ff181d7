package com.aichatchronicles.scim.groups;

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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Reads groups as their directory sees them. */
@Dependent
class GroupQueries {
    /** What groups can be sorted by. */
    static final Map<String, String> SORTABLE = Map.of(
            "id", "g.id",
            "displayname", "lower(g.display_name) COLLATE \"C\"",
            "meta.created", "g.created_at",
            "meta.lastmodified", "g.updated_at");

    /** A page of groups ends early rather than to have more members than this altogether. */
    static final int MEMBERS_IN_PAGE = 20_000;

    private static final String PLAIN = """
            SELECT g.id, CAST(json_strip_nulls(json_build_object(
                       'displayName', g.display_name, 'externalId', g.external_id)) AS text),
                   g.version, g.created_at, g.updated_at
              FROM chronicles.scim_groups g""";

    private static final String WITH_MEMBERS = """
            SELECT g.id, CAST(json_strip_nulls(json_build_object(
                       'displayName', g.display_name, 'externalId', g.external_id,
                       'members', (SELECT json_agg(json_build_object(
                                              'value', m.user_id, 'display', u.user_name, 'type', 'User')
                                          ORDER BY m.user_id)
                                     FROM chronicles.scim_members m
                                     JOIN chronicles.scim_users u ON u.user_id = m.user_id
                                    WHERE m.group_id = g.id))) AS text),
                   g.version, g.created_at, g.updated_at
              FROM chronicles.scim_groups g""";

    @PersistenceContext
    EntityManager entities;

    /** @param members whether they are wanted */
    Optional<StoredResource> lookup(UUID id, boolean members) {
        return groups(new Sql().add((members ? WITH_MEMBERS : PLAIN) + " WHERE g.id = ?", id)).stream()
                .findFirst();
    }

    /** Makes other writers of the group wait until the transaction ends. */
    void lock(UUID id) {
        new Sql()
                .add("SELECT version FROM chronicles.scim_groups WHERE id = ? FOR UPDATE", id)
                .by(entities::createNativeQuery)
                .getResultList();
    }

    /** @return the members of a group */
    List<UUID> members(UUID id) {
        List<?> rows = new Sql()
                .add("SELECT user_id FROM chronicles.scim_members WHERE group_id = ?", id)
                .by(entities::createNativeQuery)
                .getResultList();
        return rows.stream().map(UUID.class::cast).toList();
    }

    /** @param members whether they are wanted */
    ResourcePage list(ListRequest request, boolean members) {
        List<UUID> page = request.count() == 0 ? List.of() : page(request, members);
        List<StoredResource> groups =
                page.stream().flatMap(id -> lookup(id, members).stream()).toList();
        Sql count = new Sql().add("SELECT count(*) FROM chronicles.scim_groups g");
        request.appendCondition(count);
        long total = ((Number) count.by(entities::createNativeQuery).getSingleResult()).longValue();
        return new ResourcePage(total, groups);
    }

    /** @return the groups of a page, the first in any case, the others as long as not too many members come together */
    private List<UUID> page(ListRequest request, boolean members) {
        Sql sql = new Sql()
                .add(
                        "SELECT g.id, CASE WHEN ? THEN (SELECT count(*) FROM chronicles.scim_members m"
                                + " WHERE m.group_id = g.id) ELSE 0 END FROM chronicles.scim_groups g",
                        members);
        request.appendCondition(sql);
        sql.add("ORDER BY " + request.order() + " OFFSET ? LIMIT ?", request.startIndex() - 1, request.count());
        List<UUID> page = new ArrayList<>();
        long together = 0;
        for (Object row : sql.by(entities::createNativeQuery).getResultList()) {
            Object[] column = (Object[]) row;
            together += ((Number) column[1]).longValue();
            if (together > MEMBERS_IN_PAGE && !page.isEmpty()) {
                break;
            }
            page.add((UUID) column[0]);
        }
        return page;
    }

    private List<StoredResource> groups(Sql sql) {
        List<?> rows = sql.by(entities::createNativeQuery).getResultList();
        return rows.stream().map(row -> group((Object[]) row)).toList();
    }

    private static StoredResource group(Object[] column) {
        return new StoredResource(
                (UUID) column[0],
                (ObjectNode) ScimBody.parse((String) column[1]),
                column[2].toString(),
                ((Timestamp) column[3]).toInstant(),
                ((Timestamp) column[4]).toInstant());
    }
}
