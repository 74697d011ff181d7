package com.aichatchronicles.scim.users;

import com.aichatchronicles.scim.protocol.Change;
import com.aichatchronicles.scim.protocol.ScimFailure;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.unboundid.scim2.common.Path;
import com.unboundid.scim2.common.exceptions.ScimException;
import com.unboundid.scim2.common.filters.Filter;
import com.unboundid.scim2.common.filters.FilterType;
import com.unboundid.scim2.common.messages.PatchOpType;
import com.unboundid.scim2.common.messages.PatchOperation;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Changes the attributes of a user. */
final class UserChanges {
    private static final Set<String> KEPT = Set.of("username", "externalid", "displayname", "name", "active", "emails");
    private static final Set<String> OURS = Set.of("id", "meta", "groups");
    private static final String EMAILS = "emails";

    /** The library compares each new value with each that is there. */
    private static final int MOST_VALUES = 100;

    private final ObjectNode user;

    private UserChanges(ObjectNode user) {
        this.user = user;
    }

    /**
     * @param changes in their order
     * @param user whose attributes they change
     * @throws ScimFailure mutability, noTarget and the like
     */
    static void apply(List<Change> changes, ObjectNode user) {
        UserChanges target = new UserChanges(user);
        changes.forEach(target::apply);
    }

    private void apply(Change change) {
        if (OURS.contains(change.attribute()) && change.named()) {
            throw ScimFailure.mutability(change.attribute());
        }
        if (change.isOfExtension() || !KEPT.contains(change.attribute())) {
            return;
        }
        if (change.value() != null && change.value().size() > MOST_VALUES) {
            throw ScimFailure.value("A change has at most " + MOST_VALUES + " values");
        }
        Set<String> primary = primaryAddresses();
        if (change.attribute().equals(EMAILS)) {
            ensureTarget(change);
        }
        PatchOpType type = change.value() == null ? PatchOpType.REMOVE : change.operation();
        try {
            PatchOperation.create(type, change.path(), type == PatchOpType.REMOVE ? null : change.value())
                    .apply(user);
        } catch (ScimException e) {
            throw ScimFailure.of(e);
        } catch (IllegalArgumentException | ClassCastException e) { // a value of another shape than the attribute's
            throw ScimFailure.value(change.attribute() + " can't have this value");
        }
        leaveOnePrimary(primary);
    }

    /** Entra replaces the address of a type that there is none of yet; what it sets of any other filter is an error. */
    private void ensureTarget(Change change) {
        Path.Element element = change.path().getElement(0);
        Filter filter = element.getValueFilter();
        if (change.operation() != PatchOpType.REPLACE
                || change.path().size() < 2
                || filter == null
                || filter.getFilterType() != FilterType.EQUAL) {
            return;
        }
        String part = filter.getAttributePath().toString();
        if (!part.equalsIgnoreCase("type")) {
            return;
        }
        ArrayNode emails = user.path(EMAILS) instanceof ArrayNode there ? there : user.putArray(EMAILS);
        for (JsonNode email : emails) {
            if (email.path(part)
                    .asText()
                    .equalsIgnoreCase(filter.getComparisonValue().asText())) {
                return;
            }
        }
        emails.addObject().set(part, filter.getComparisonValue());
    }

    private Set<String> primaryAddresses() {
        Set<String> addresses = new HashSet<>();
        for (JsonNode email : user.path(EMAILS)) {
            if (email.path("primary").asBoolean()) {
                addresses.add(email.path("value").asText());
            }
        }
        return addresses;
    }

    /** Another address that becomes the primary one takes that from the one before (RFC 7644, section 3.5.2). */
    private void leaveOnePrimary(Set<String> before) {
        if (primaryAddresses().size() < 2) {
            return;
        }
        for (JsonNode email : user.path(EMAILS)) {
            if (before.contains(email.path("value").asText())) {
                ((ObjectNode) email).put("primary", false);
            }
        }
    }
}
