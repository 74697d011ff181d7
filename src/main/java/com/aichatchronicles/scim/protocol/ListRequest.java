package com.aichatchronicles.scim.protocol;

import com.aichatchronicles.platform.persistence.Sql;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What a list is to hold (RFC 7644, section 3.4.2).
 *
 * @param startIndex the number of the first resource, from 1
 * @param count how many at most
 * @param filter which, empty for all
 * @param order the SQL to sort by
 */
public record ListRequest(int startIndex, int count, Optional<ScimFilter> filter, String order) {
    /** So many are listed where a client does not say, and at most. */
    public static final int MOST = 200;

    private static final int COMMON = 100;
    private static final int FURTHEST = 10_000_000;

    /**
     * @param query the parameters
     * @param attributes that a filter may ask for
     * @param sortable the SQL of what can be sorted by, by its name in lower case; {@code id} is one
     * @throws ScimFailure invalidFilter, invalidValue
     */
    public static ListRequest of(
            MultivaluedMap<String, String> query, FilterableAttributes attributes, Map<String, String> sortable) {
        Optional<ScimFilter> filter = text(query, "filter").map(text -> ScimFilter.parse(text, attributes));
        String by = text(query, "sortBy").orElse("id").toLowerCase(Locale.ROOT);
        String column = sortable.get(by.substring(by.lastIndexOf(':') + 1));
        if (column == null) {
            throw ScimFailure.value("sortBy must be one of " + String.join(", ", new TreeSet<>(sortable.keySet())));
        }
        boolean descending = isDescending(text(query, "sortOrder").orElse("ascending"));
        return new ListRequest(
                number(query, "startIndex", 1, 1, FURTHEST),
                number(query, "count", COMMON, 0, MOST),
                filter,
                column + (descending ? " DESC, " : ", ") + sortable.get("id") + (descending ? " DESC" : ""));
    }

    /** Adds the condition, if there is one. */
    public void appendCondition(Sql sql) {
        filter.ifPresent(condition -> {
            sql.add("WHERE");
            condition.append(sql);
        });
    }

    private static boolean isDescending(String order) {
        if (!order.matches("(?i)ascending|descending")) {
            throw ScimFailure.value("sortOrder must be ascending or descending");
        }
        return order.equalsIgnoreCase("descending");
    }

    private static int number(MultivaluedMap<String, String> query, String name, int fallback, int least, int most) {
        String text = text(query, name).orElse(null);
        if (text == null) {
            return fallback;
        }
        if (!text.matches("[+-]?\\d{1,18}")) {
            throw ScimFailure.value(name + " must be a number");
        }
        return (int) Math.max(least, Math.min(most, Long.parseLong(text)));
    }

    private static Optional<String> text(MultivaluedMap<String, String> query, String name) {
        return Optional.ofNullable(query.getFirst(name)).map(String::strip).filter(text -> !text.isEmpty());
    }
}
