package com.aichatchronicles.scim.groups;

import com.aichatchronicles.platform.persistence.NewId;
import com.aichatchronicles.platform.persistence.Sql;
import com.aichatchronicles.scim.DirectoryAudit;
import com.aichatchronicles.scim.protocol.Change;
import com.aichatchronicles.scim.protocol.ListRequest;
import com.aichatchronicles.scim.protocol.ResourcePage;
import com.aichatchronicles.scim.protocol.ScimFailure;
import com.aichatchronicles.scim.protocol.StoredResource;
import com.aichatchronicles.scim.protocol.UniqueWrite;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Makes, changes and deletes the groups of a directory. */
@Stateless
public class ScimGroupService {
    private static final String TAKEN = "There is a group with this displayName or externalId already";

    @PersistenceContext
    EntityManager entities;

    @Inject
    GroupQueries groups;

    @Inject
    MembershipService memberships;

    @Inject
    DirectoryAudit audit;

    @Inject
    Clock clock;

    /**
     * @param group what it is called and who is in it
     * @return the group
     * @throws ScimFailure uniqueness if the name or the externalId is taken; invalidValue for members that are no users
     */
    public StoredResource create(GroupInput group) {
        UUID id = NewId.next();
        Instant now = clock.instant();
        write(new Sql()
                .add(
                        "INSERT INTO chronicles.scim_groups (id, display_name, external_id, created_at, updated_at)"
                                + " VALUES (?, ?, ?, ?, ?)",
                        id,
                        group.displayName(),
                        group.externalId(),
                        now,
                        now));
        memberships.add(id, group.members());
        audit.group("created", id);
        return find(id, true);
    }

    /**
     * @param id of the group
     * @param members whether they are wanted
     * @return the group
     * @throws ScimFailure 404
     */
    public StoredResource find(UUID id, boolean members) {
        return groups.lookup(id, members).orElseThrow(() -> ScimFailure.notFound("Group"));
    }

    /**
     * @param request which, in what order, how many
     * @param members whether they are wanted
     * @return the groups
     */
    public ResourcePage list(ListRequest request, boolean members) {
        return groups.list(request, members);
    }

    /**
     * @param id of the group
     * @param group all that is to be known from now on
     * @param condition the If-Match header, may be null
     * @return the group afterwards
     * @throws ScimFailure 404, 412, uniqueness, invalidValue
     */
    public StoredResource replace(UUID id, GroupInput group, String condition) {
        lock(id, condition);
        rename(id, group.displayName(), group.externalId());
        memberships.replace(id, group.members());
        audit.group("replaced", id);
        return find(id, true);
    }

    /**
     * Changes the group without reading its members, of which there may be very many.
     *
     * @param id of the group
     * @param changes in their order
     * @param condition the If-Match header, may be null
     * @return the group afterwards, without its members
     * @throws ScimFailure 404, 412, uniqueness, or that a change can't be made
     */
    public StoredResource change(UUID id, List<Change> changes, String condition) {
        StoredResource before = lock(id, condition);
        GroupChanges outcome = new GroupChanges(before.attributes(), id, memberships);
        changes.forEach(outcome::apply);
        GroupInput group = GroupInput.of(before.attributes());
        rename(id, group.displayName(), group.externalId());
        audit.group("changed", id);
        return find(id, false);
    }

    /**
     * @param id of the group
     * @param condition the If-Match header, may be null
     * @throws ScimFailure 404, 412
     */
    public void delete(UUID id, String condition) {
        lock(id, condition);
        memberships.replace(id, List.of());
        write(new Sql().add("DELETE FROM chronicles.scim_groups WHERE id = ?", id));
        audit.group("deleted", id);
    }

    private StoredResource lock(UUID id, String condition) {
        groups.lock(id);
        StoredResource group = find(id, false);
        group.requireMatch(condition);
        return group;
    }

    private void rename(UUID id, String name, String externalId) {
        String before = find(id, false).attributes().path("displayName").asText();
        write(new Sql()
                .add(
                        "UPDATE chronicles.scim_groups SET display_name = ?, external_id = ?, version = version + 1,"
                                + " updated_at = ? WHERE id = ?",
                        name,
                        externalId,
                        clock.instant(),
                        id));
        if (!name.equalsIgnoreCase(before)) {
            memberships.renamed(id, before, name);
        }
    }

    private void write(Sql sql) {
        UniqueWrite.execute(sql.by(entities::createNativeQuery), TAKEN);
    }
}
