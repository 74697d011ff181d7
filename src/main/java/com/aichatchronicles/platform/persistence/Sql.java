package com.aichatchronicles.platform.persistence;

import jakarta.persistence.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** A native query under construction. Whatever comes from a caller goes in as a parameter, never as text. */
public final class Sql {
    private final StringBuilder text = new StringBuilder();
    private final List<Object> parameters = new ArrayList<>();

    /**
     * Adds SQL in which each {@code ?} stands for the next of the values.
     *
     * @return this query
     */
    public Sql add(String sql, Object... values) {
        int next = 0;
        for (int i = 0; i < sql.length(); i++) {
            char c = sql.charAt(i);
            text.append(c);
            if (c == '?') {
                parameters.add(values[next++]);
                text.append(parameters.size());
            }
        }
        text.append('\n');
        return this;
    }

    /**
     * Adds the SQL with its values if the condition holds.
     *
     * @return this query
     */
    public Sql addIf(boolean condition, String sql, Object... values) {
        return condition ? add(sql, values) : this;
    }

    /**
     * Adds {@code LIMIT} with the number as text. Behind a parameter the planner could not know how few rows are
     * wanted, so that PostgreSQL would plan the statement anew with each call (PREPARE, "Notes").
     *
     * @param most rows
     * @return this query
     */
    public Sql limit(int most) {
        text.append("LIMIT ").append(most).append('\n');
        return this;
    }

    /**
     * Adds {@code OFFSET}, if there is any, behind a sub-select: with each value the planner takes it for the same, and
     * keeps its plan. Lists by an index only: for others a plan made for the value itself may be far better.
     *
     * @param rows to leave out
     * @return this query
     */
    public Sql offset(long rows) {
        return addIf(rows > 0, "OFFSET (SELECT CAST(? AS bigint))", rows);
    }

    /**
     * @param factory makes a native query of its text
     * @return the query with its parameters set
     */
    public Query by(Function<String, Query> factory) {
        Query query = factory.apply(text.toString());
        for (int i = 0; i < parameters.size(); i++) {
            query.setParameter(i + 1, parameters.get(i));
        }
        return query;
    }

    /**
     * @param factory makes a native query of its text
     * @param read makes something of a row, which is an array of its columns, or the value where there is one column
     * @return what the rows say, in their order
     */
    public <T> List<T> list(Function<String, Query> factory, Function<Object, T> read) {
        return rows(factory).map(read).toList();
    }

    /**
     * @param factory makes a native query of its text
     * @param read makes something of a row, as for {@link #list}
     * @return what the first row says, empty if there is none
     */
    public <T> Optional<T> first(Function<String, Query> factory, Function<Object, T> read) {
        return rows(factory).findFirst().map(read);
    }

    private Stream<?> rows(Function<String, Query> factory) {
        List<?> rows = by(factory).getResultList();
        return rows.stream();
    }

    /** @return the text so far, its parameters numbered from ?1 */
    public String text() {
        return text.toString();
    }

    /** @return the parameters so far, in their order */
    public List<Object> values() {
        return List.copyOf(parameters);
    }
}
