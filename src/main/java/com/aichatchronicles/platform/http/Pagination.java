package com.aichatchronicles.platform.http;

import jakarta.json.bind.annotation.JsonbNillable;
import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.json.bind.annotation.JsonbPropertyOrder;

/**
 * Where a page lies in its list.
 *
 * @param page its number, from 1
 * @param limit the most things a page holds
 * @param total how many things the list holds
 * @param totalPages how many pages that makes
 * @param hasNextPage whether a page follows
 * @param hasPreviousPage whether a page precedes
 * @param nextCursor what {@code cursor} takes to go on after this page; null on the last
 */
@JsonbPropertyOrder({"page", "limit", "total", "totalPages", "hasNextPage", "hasPreviousPage", "nextCursor"})
public record Pagination(
        int page,
        int limit,
        long total,
        @JsonbProperty("totalPages") long totalPages,
        @JsonbProperty("hasNextPage") boolean hasNextPage,
        @JsonbProperty("hasPreviousPage") boolean hasPreviousPage,

        @JsonbProperty("nextCursor") @JsonbNillable String nextCursor) {

    /**
     * @param page the number of this page, from 1
     * @param limit the most things a page holds
     * @param total how many things the list holds
     * @param nextCursor where to go on, null on the last page
     * @return the pagination with everything that follows from these
     */
    public static Pagination of(int page, int limit, long total, String nextCursor) {
        long pages = (total + limit - 1) / limit;
        return new Pagination(page, limit, total, pages, nextCursor != null, page > 1, nextCursor);
    }
}
