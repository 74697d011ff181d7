package com.aichatchronicles.comments;

import com.aichatchronicles.platform.cache.CacheKey;
import com.aichatchronicles.platform.http.PageRequest;
import com.aichatchronicles.platform.http.QueryParameters;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Set;

/**
 * What a list of comments is to show.
 *
 * @param sort of siblings, on every level
 * @param descending the direction
 * @param depth how many levels of replies below the comments of the list
 * @param page which comments of the list
 */
public record ThreadRequest(CommentSort sort, boolean descending, int depth, PageRequest page) implements CacheKey {
    private static final int DEEPEST = 3;
    private static final int USUAL = 2;

    static ThreadRequest of(MultivaluedMap<String, String> parameters) {
        QueryParameters query = new QueryParameters(parameters);
        CommentSort sort = CommentSort.of(query.oneOf("sort", "created_at", CommentSort.NAMES));
        boolean descending = "desc".equals(query.oneOf("order", "desc", Set.of("asc", "desc")));
        int depth = query.integer("depth", USUAL, 0, DEEPEST);
        PageRequest page = PageRequest.byCursor(query);
        query.requireValid();
        return new ThreadRequest(sort, descending, depth, page);
    }

    @Override
    public String cacheKey() {
        return CacheKey.join(sort, descending, depth, page);
    }

    /** @return the ORDER BY of siblings named by the alias */
    String order(String alias) {
        String direction = descending ? " DESC" : " ASC";
        return "ORDER BY " + alias + '.' + sort.column() + direction + ", " + alias + ".id" + direction;
    }
}
