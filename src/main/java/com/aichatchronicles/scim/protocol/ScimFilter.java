package com.aichatchronicles.scim.protocol;

import com.aichatchronicles.platform.persistence.Sql;
import com.unboundid.scim2.common.Path;
import com.unboundid.scim2.common.exceptions.ScimException;
import com.unboundid.scim2.common.filters.Filter;
import com.unboundid.scim2.common.filters.FilterType;
import java.util.Iterator;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A filter (RFC 7644, section 3.4.2.2) of resources of one type, as a condition in SQL.
 *
 * @param filter as the library reads it
 * @param attributes that it may ask for
 */
public record ScimFilter(Filter filter, FilterableAttributes attributes) {
    private static final int LONGEST = 2000;
    private static final int MOST_COMPARISONS = 50;

    /**
     * Entra's {@code emails[type eq "work"].value eq "a"}, which only a path may be, for {@code [… and value eq "a"]}.
     */
    private static final Pattern PATH_OF_ENTRA =
            Pattern.compile("(\\w+\\[[^\\]\"]+\"[^\\]\"\\\\]*\")\\]\\.(\\w+ +\\w+ +\"(?:[^\"\\\\]|\\\\.)*\")");

    /**
     * @param text as a client wrote it
     * @param attributes that may be asked for
     * @throws ScimFailure invalidFilter
     */
    static ScimFilter parse(String text, FilterableAttributes attributes) {
        if (text.length() > LONGEST) {
            throw ScimFailure.filter("A filter has at most " + LONGEST + " characters");
        }
        try {
            ScimFilter parsed =
                    new ScimFilter(Filter.fromString(PATH_OF_ENTRA.matcher(text).replaceAll("$1 and $2]")), attributes);
            if (comparisons(parsed.filter) > MOST_COMPARISONS) {
                throw ScimFailure.filter("A filter has at most " + MOST_COMPARISONS + " comparisons");
            }
            parsed.append(new Sql()); // refuses here what can't be asked for
            return parsed;
        } catch (ScimException | ClassCastException e) { // the library casts a value that is an object
            throw ScimFailure.filter("The filter can't be read");
        }
    }

    /** Adds the condition, whose rows are aliased as the attributes have it. */
    void append(Sql sql) {
        append(filter, attributes, sql);
    }

    private static void append(Filter filter, FilterableAttributes attributes, Sql sql) {
        switch (filter.getFilterType()) {
            case AND -> combine(filter, attributes, " AND ", sql);
            case OR -> combine(filter, attributes, " OR ", sql);
            case NOT -> negate(filter.getInvertedFilter(), attributes, sql);
            case COMPLEX_VALUE -> {
                FilterableAttributes.Rows rows = attributes.requireRows(name(filter.getAttributePath()));
                sql.add(rows.exists());
                append(filter.getValueFilter(), rows.attributes(), sql);
                sql.add(")");
            }
            default -> compare(filter, attributes, sql);
        }
    }

    private static void compare(Filter filter, FilterableAttributes attributes, Sql sql) {
        String name = name(filter.getAttributePath());
        FilterableAttributes.Rows rows = attributes.rowsOf(name);
        if (rows == null) {
            FilterAttribute attribute = attributes.require(name);
            attribute.compare(filter.getFilterType(), filter.getComparisonValue(), sql);
            return;
        }
        boolean differs = filter.getFilterType() == FilterType.NOT_EQUAL;
        FilterType comparison = differs ? FilterType.EQUAL : filter.getFilterType();
        sql.add((differs ? "NOT " : "") + rows.exists());
        rows.attributes().require(subAttribute(name)).compare(comparison, filter.getComparisonValue(), sql);
        sql.add(")");
    }

    private static void combine(Filter filter, FilterableAttributes attributes, String word, Sql sql) {
        sql.add("(");
        Iterator<Filter> parts = filter.getCombinedFilters().iterator();
        while (parts.hasNext()) {
            append(parts.next(), attributes, sql);
            sql.addIf(parts.hasNext(), word);
        }
        sql.add(")");
    }

    /** What is not known to be so is not so: an absent attribute is no null here. */
    private static void negate(Filter filter, FilterableAttributes attributes, Sql sql) {
        sql.add("NOT coalesce((");
        append(filter, attributes, sql);
        sql.add("), FALSE)");
    }

    private static int comparisons(Filter filter) {
        if (filter.isCombiningFilter()) {
            return filter.getCombinedFilters().stream()
                    .mapToInt(ScimFilter::comparisons)
                    .sum();
        }
        if (filter.isNotFilter()) {
            return comparisons(filter.getInvertedFilter());
        }
        return filter.isComplexValueFilter() ? comparisons(filter.getValueFilter()) : 1;
    }

    /** @return the name in lower case, without the schema that every attribute here is of */
    private static String name(Path path) {
        StringBuilder name = new StringBuilder();
        for (Path.Element element : path) {
            if (element.getValueFilter() != null) {
                throw ScimFailure.filter("A filter in a path is for changes alone");
            }
            name.append(name.isEmpty() ? "" : ".").append(element.getAttribute());
        }
        String urn = path.getSchemaUrn();
        return (urn == null || urn.startsWith("urn:ietf:params:scim:schemas:core:2.0:") ? name.toString() : urn + name)
                .toLowerCase(Locale.ROOT);
    }

    private static String subAttribute(String name) {
        int dot = name.indexOf('.');
        return dot < 0 ? "value" : name.substring(dot + 1);
    }
}
