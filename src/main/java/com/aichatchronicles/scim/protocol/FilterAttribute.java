package com.aichatchronicles.scim.protocol;

import com.aichatchronicles.platform.http.Moment;
import com.aichatchronicles.platform.http.PathId;
import com.aichatchronicles.platform.persistence.Sql;
import com.fasterxml.jackson.databind.node.ValueNode;
import com.unboundid.scim2.common.filters.FilterType;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/**
 * An attribute that may be asked for.
 *
 * @param column the SQL of its value; where case does not count, that of the lower one
 * @param kind how values compare
 */
public record FilterAttribute(String column, Kind kind) {
    /** How values compare. */
    public enum Kind {
        /** Case does not count (RFC 7643, section 2.2). */
        TEXT,
        EXACT_TEXT,
        FLAG,
        ID,
        TIME
    }

    /**
     * Adds the comparison. An absent attribute makes it null, not false.
     *
     * @throws ScimFailure invalidFilter where the two can't be compared so
     */
    void compare(FilterType comparison, ValueNode value, Sql sql) {
        if (comparison == FilterType.EQUAL && value.isNull()) {
            sql.add(column + " IS NULL");
            return;
        }
        if (comparison == FilterType.PRESENT) {
            sql.add(column + " IS NOT NULL");
            return;
        }
        switch (kind) {
            case FLAG -> sql.add(column + equality(comparison) + "?", flag(value));
            case ID -> compareId(comparison, value, sql);
            case TIME -> sql.add(column + order(comparison, "") + "CAST(? AS timestamptz)", time(value));
            default -> compareText(comparison, value, sql);
        }
    }

    private void compareId(FilterType comparison, ValueNode value, Sql sql) {
        String text = text(value);
        if (!PathId.isId(text)) {
            sql.add(equality(comparison).equals(" = ") ? "FALSE" : "TRUE"); // nothing has an id like that
            return;
        }
        sql.add(column + equality(comparison) + "?", UUID.fromString(text));
    }

    private void compareText(FilterType comparison, ValueNode value, Sql sql) {
        String text = kind == Kind.TEXT ? text(value).toLowerCase(Locale.ROOT) : text(value);
        String pattern = text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
        switch (comparison) {
            case CONTAINS -> sql.add(column + " LIKE ?", '%' + pattern + '%');
            case STARTS_WITH -> sql.add(column + " LIKE ?", pattern + '%');
            case ENDS_WITH -> sql.add(column + " LIKE ?", '%' + pattern);
            // Orders by code point, as the indexes do.
            default -> sql.add(column + order(comparison, "~") + "?", text);
        }
    }

    private static String equality(FilterType comparison) {
        return switch (comparison) {
            case EQUAL -> " = ";
            case NOT_EQUAL -> " <> ";
            default -> throw ScimFailure.filter("This attribute can only be compared by eq, ne and pr");
        };
    }

    private static String order(FilterType comparison, String mark) {
        return switch (comparison) {
            case GREATER_THAN -> ' ' + mark + '>' + mark + ' ';
            case GREATER_OR_EQUAL -> ' ' + mark + ">=" + mark + ' ';
            case LESS_THAN -> ' ' + mark + '<' + mark + ' ';
            case LESS_OR_EQUAL -> ' ' + mark + "<=" + mark + ' ';
            default -> equality(comparison);
        };
    }

    private static String text(ValueNode value) {
        String text = value.asText();
        if (!value.isTextual() || text.indexOf('\0') >= 0) {
            throw ScimFailure.filter("This attribute is compared with a text");
        }
        return text;
    }

    private static Boolean flag(ValueNode value) {
        if (!value.isBoolean() && !value.asText().matches("(?i)true|false")) {
            throw ScimFailure.filter("This attribute is compared with true or false");
        }
        return Boolean.valueOf(value.asText());
    }

    private static Instant time(ValueNode value) {
        return Moment.lookup(text(value))
                .orElseThrow(
                        () -> ScimFailure.filter("This attribute is compared with a time like 2026-01-31T18:00:00Z"));
    }
}
