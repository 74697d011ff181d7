package com.aichatchronicles.seminars;

import com.aichatchronicles.platform.http.Moment;
import com.aichatchronicles.platform.http.PageRequest;
import com.aichatchronicles.platform.http.QueryParameters;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.Instant;
import java.util.Set;

/**
 * What a list of seminars is to show.
 *
 * @param status null for all
 * @param category null for all
 * @param from the earliest beginning, null for none
 * @param to all begin before this, null for none
 * @param descending whether the latest comes first
 * @param part which part of it
 */
public record SeminarList(
        String status, String category, Instant from, Instant to, boolean descending, PageRequest part) {

    static SeminarList of(MultivaluedMap<String, String> parameters) {
        QueryParameters query = new QueryParameters(parameters);
        String status = query.oneOf("status", "", SeminarStatus.names());
        String category = query.text("category", 50).orElse("All");
        SeminarList list = new SeminarList(
                status.isEmpty() ? null : status,
                "All".equalsIgnoreCase(category) ? null : category,
                moment(query, "from"),
                moment(query, "to"),
                "desc".equals(query.oneOf("order", "asc", Set.of("asc", "desc"))),
                PageRequest.of(query));
        query.requireValid();
        return list;
    }

    private static Instant moment(QueryParameters query, String name) {
        String text = query.text(name, 40).orElse(null);
        if (text == null) {
            return null;
        }
        Instant time = Moment.lookup(text).orElse(null);
        if (time == null) {
            query.refuse(name, Moment.MESSAGE, "date.format");
        }
        return time;
    }

    String direction() {
        return descending ? "DESC" : "ASC";
    }
}
