package com.aichatchronicles.platform.http;

import java.util.List;
import java.util.function.Function;

/**
 * Which part of a list is wanted.
 *
 * @param page its number, from 1
 * @param limit the most things on it
 * @param after where to go on instead of at the page's own beginning, or null
 */
public record PageRequest(int page, int limit, Position after) {
    private static final int LONGEST_CURSOR = 200;
    private static final int MOST_PAGES = 10_000_000;
    private static final int USUAL = 12;
    private static final int MOST = 100;

    /**
     * @param query collects what is wrong with {@code page}, {@code limit} and {@code cursor}; the caller of this method
     *     calls its {@code requireValid}
     * @return what they ask for
     */
    public static PageRequest of(QueryParameters query) {
        int page = query.integer("page", 1, 1, MOST_PAGES);
        return withCursor(query, page);
    }

    /**
     * @param query collects what is wrong with {@code limit} and {@code cursor}
     * @return what they ask for, in a list without numbered pages
     */
    public static PageRequest byCursor(QueryParameters query) {
        return withCursor(query, 1);
    }

    private static PageRequest withCursor(QueryParameters query, int page) {
        int limit = query.integer("limit", USUAL, 1, MOST);
        String text = query.text("cursor", LONGEST_CURSOR).orElse(null);
        if (text == null) {
            return new PageRequest(page, limit, null);
        }
        Position.Continuation continuation = Position.decode(text).orElse(null);
        if (continuation == null) {
            query.refuse("cursor", "must be a nextCursor of an earlier answer", "any.invalid");
            return new PageRequest(page, limit, null);
        }
        return new PageRequest(continuation.page(), limit, continuation.position());
    }

    /** @return how many rows to read: one more than the page has tells whether another follows */
    public int rows() {
        return limit + 1;
    }

    /** @return how many rows to skip, none behind a position */
    public long offset() {
        return after == null ? (page - 1L) * limit : 0;
    }

    /**
     * @param rows at most as many as {@link #rows} says
     * @param total how many things the list holds
     * @param position where a row stands in the list
     * @param view what the caller sees of it
     * @return the page
     */
    public <R, T> Page<T> page(List<R> rows, long total, Function<R, Position> position, Function<R, T> view) {
        boolean more = rows.size() > limit;
        List<R> shown = more ? rows.subList(0, limit) : rows;
        String next = more ? position.apply(shown.get(limit - 1)).encode(page + 1) : null;
        return Page.of(shown.stream().map(view).toList(), Pagination.of(page, limit, total, next), null);
    }
}
