package com.aichatchronicles.conversations;

import com.aichatchronicles.platform.errors.ApiException;
import com.aichatchronicles.platform.errors.ErrorCode;
import com.aichatchronicles.platform.http.QueryParameters;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Set;

/** Reads the query of a list as the contract describes it. */
final class ListParameters {
    private static final int LONGEST_TAGS = 600;
    private static final int LONGEST_CURSOR = 2000;
    private static final int MOST_PAGES = 10_000_000;

    private final QueryParameters query;
    private final boolean legacy;

    ListParameters(MultivaluedMap<String, String> parameters, boolean legacy) {
        this.query = new QueryParameters(parameters);
        this.legacy = legacy;
    }

    /** @return what {@code GET /} is to show */
    ListRequest list() {
        SearchTerm term =
                query.text("search", SearchTerm.LONGEST).map(SearchTerm::new).orElse(null);
        return request(term, query.text("category", 50).orElse(null), Sort.CREATED_AT);
    }

    /** @return what {@code GET /category/…} is to show; the category of the path counts */
    ListRequest listOf(String category) {
        SearchTerm term =
                query.text("search", SearchTerm.LONGEST).map(SearchTerm::new).orElse(null);
        return request(term, category, Sort.CREATED_AT);
    }

    /**
     * @return what {@code GET /search} is to show, best match first unless sorted otherwise
     * @throws ApiException MISSING_SEARCH_TERM
     */
    ListRequest search(MultivaluedMap<String, String> parameters) {
        String q = parameters.getFirst("q");
        if (q == null || q.isBlank()) {
            throw new ApiException(ErrorCode.MISSING_SEARCH_TERM);
        }
        SearchTerm term =
                query.text("q", SearchTerm.LONGEST).map(SearchTerm::new).orElse(null);
        return request(term, query.text("category", 50).orElse(null), null);
    }

    /** @return how many featured conversations are wanted */
    int featured() {
        int limit = query.integer("limit", 3, 1, 100);
        query.requireValid();
        return limit;
    }

    /** @return the members that each conversation is to have */
    ConversationMembers members() {
        return ConversationMembers.in(query, legacy);
    }

    private ListRequest request(SearchTerm term, String category, Sort unsorted) {
        int page = query.integer("page", 1, 1, MOST_PAGES);
        int limit = query.integer("limit", 12, 1, 100);
        ListRequest.Filter filter = new ListRequest.Filter(
                "All".equalsIgnoreCase(category) ? null : category,
                query.texts("tags", LONGEST_TAGS, 10),
                query.texts("tags_all", LONGEST_TAGS, 10),
                query.text("ai_model", 100).orElse(null),
                null,
                false);
        Cursor cursor = cursor();
        ListRequest.Order order = order(unsorted, term == null ? cursor : null);
        return new ListRequest(filter, term, order, page, limit, cursor, members());
    }

    /** A cursor knows the order of its list, so that a caller needs to repeat only the filter. */
    private ListRequest.Order order(Sort unsorted, Cursor cursor) {
        String sort = query.oneOf("sort", "", Sort.names());
        boolean descending = "desc".equals(query.oneOf("order", "desc", Set.of("asc", "desc")));
        if (cursor != null) {
            return new ListRequest.Order(cursor.sort(), cursor.descending());
        }
        return new ListRequest.Order(sort.isEmpty() ? unsorted : Sort.of(sort), descending);
    }

    private Cursor cursor() {
        String text = query.text("cursor", LONGEST_CURSOR).orElse(null);
        if (text == null) {
            return null;
        }
        Cursor cursor = Cursor.decode(text).orElse(null);
        if (cursor == null) {
            query.refuse("cursor", "must be a nextCursor of an earlier answer", "any.invalid");
        }
        return cursor;
    }
}
