package com.aichatchronicles.scim.protocol;

import com.aichatchronicles.scim.protocol.FilterAttribute.Kind;
import java.util.Map;

/**
 * What may be asked for in a filter: attributes that have an index, by their names in lower case.
 *
 * @param single those that stand in the row itself
 * @param multiple those that have rows of their own
 */
public record FilterableAttributes(Map<String, FilterAttribute> single, Map<String, Rows> multiple) {
    /**
     * The rows of a multi-valued attribute.
     *
     * @param exists SQL up to the condition that one of them has to meet; a parenthesis stays open
     * @param attributes what the condition may ask for
     */
    public record Rows(String exists, FilterableAttributes attributes) {}

    /** Those of users; their row is aliased u. */
    public static final FilterableAttributes USER = new FilterableAttributes(
            Map.of(
                    "id", new FilterAttribute("u.user_id", Kind.ID),
                    "username", new FilterAttribute("lower(u.user_name)", Kind.TEXT),
                    "externalid", new FilterAttribute("u.external_id", Kind.EXACT_TEXT),
                    "displayname", new FilterAttribute("lower(u.display_name)", Kind.TEXT),
                    "active", new FilterAttribute("u.active", Kind.FLAG),
                    "meta.created", new FilterAttribute("u.created_at", Kind.TIME),
                    "meta.lastmodified", new FilterAttribute("u.updated_at", Kind.TIME)),
            Map.of(
                    "emails",
                    new Rows(
                            "EXISTS (SELECT FROM chronicles.scim_emails e WHERE e.user_id = u.user_id AND ",
                            new FilterableAttributes(
                                    Map.of(
                                            "value", new FilterAttribute("lower(e.value)", Kind.TEXT),
                                            "type", new FilterAttribute("lower(e.type)", Kind.TEXT),
                                            "primary", new FilterAttribute("e.is_primary", Kind.FLAG)),
                                    Map.of()))));

    /** Those of groups; their row is aliased g. */
    public static final FilterableAttributes GROUP = new FilterableAttributes(
            Map.of(
                    "id", new FilterAttribute("g.id", Kind.ID),
                    "displayname", new FilterAttribute("lower(g.display_name)", Kind.TEXT),
                    "externalid", new FilterAttribute("g.external_id", Kind.EXACT_TEXT),
                    "meta.created", new FilterAttribute("g.created_at", Kind.TIME),
                    "meta.lastmodified", new FilterAttribute("g.updated_at", Kind.TIME)),
            Map.of(
                    "members",
                    new Rows(
                            "EXISTS (SELECT FROM chronicles.scim_members m WHERE m.group_id = g.id AND ",
                            new FilterableAttributes(
                                    Map.of("value", new FilterAttribute("m.user_id", Kind.ID)), Map.of()))));

    /** @throws ScimFailure invalidFilter for any other */
    FilterAttribute require(String name) {
        FilterAttribute attribute = single.get(name);
        if (attribute == null) {
            throw ScimFailure.filter("This attribute can't be asked for in a filter");
        }
        return attribute;
    }

    /** @return the rows of the attribute, or of the one that it is a part of; null if it stands in the row itself */
    Rows rowsOf(String name) {
        int dot = name.indexOf('.');
        return multiple.get(dot < 0 ? name : name.substring(0, dot));
    }

    /** @throws ScimFailure invalidFilter if the attribute has no rows of its own */
    Rows requireRows(String name) {
        Rows rows = multiple.get(name);
        if (rows == null) {
            throw ScimFailure.filter("This attribute has no values to be asked for in brackets");
        }
        return rows;
    }
}
