package com.aichatchronicles.scim.groups;

import com.aichatchronicles.platform.http.PathId;
import com.aichatchronicles.scim.protocol.Change;
import com.aichatchronicles.scim.protocol.ScimFailure;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.unboundid.scim2.common.filters.Filter;
import com.unboundid.scim2.common.filters.FilterType;
import com.unboundid.scim2.common.messages.PatchOpType;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Changes a group: its names in the attributes at hand, its members in the database. */
final class GroupChanges {
    private static final Set<String> OURS = Set.of("id", "meta");

    private final ObjectNode attributes;
    private final UUID group;
    private final MembershipService memberships;

    GroupChanges(ObjectNode attributes, UUID group, MembershipService memberships) {
        this.attributes = attributes;
        this.group = group;
        this.memberships = memberships;
    }

    /** @throws ScimFailure mutability, invalidPath, invalidValue, invalidFilter */
    void apply(Change change) {
        if (change.isOfExtension()) {
            return;
        }
        switch (change.attribute()) {
            case "members" -> applyToMembers(change);
            case "displayname" -> set("displayName", change);
            case "externalid" -> set("externalId", change);
            default -> {
                if (OURS.contains(change.attribute()) && change.named()) {
                    throw ScimFailure.mutability(change.attribute());
                }
            }
        }
    }

    private void set(String name, Change change) {
        if (change.path().size() > 1 || change.path().getElement(0).getValueFilter() != null) {
            throw ScimFailure.path(name + " has no parts");
        }
        if (change.operation() == PatchOpType.REMOVE || change.value() == null) {
            attributes.remove(name);
            return;
        }
        attributes.set(name, change.value());
    }

    private void applyToMembers(Change change) {
        Filter filter = change.path().getElement(0).getValueFilter();
        if (change.path().size() > 1 || filter != null && change.operation() != PatchOpType.REMOVE) {
            throw ScimFailure.path("A member can be added or removed, not changed");
        }
        if (filter != null) {
            memberships.remove(group, List.of(member(filter)));
            return;
        }
        List<UUID> users = GroupInput.members(change.value());
        switch (change.operation()) {
            case ADD -> memberships.add(group, users);
            case REPLACE -> memberships.replace(group, users);
            default -> {
                if (change.value() == null) {
                    memberships.replace(group, users);
                } else {
                    memberships.remove(group, users); // Entra's older way names them in the value
                }
            }
        }
    }

    private static UUID member(Filter filter) {
        boolean byValue = filter.getFilterType() == FilterType.EQUAL
                && filter.getAttributePath().toString().equalsIgnoreCase("value");
        if (!byValue || !PathId.isId(filter.getComparisonValue().asText())) {
            throw ScimFailure.filter("A member is named by value eq \"id\"");
        }
        return UUID.fromString(filter.getComparisonValue().asText());
    }
}
