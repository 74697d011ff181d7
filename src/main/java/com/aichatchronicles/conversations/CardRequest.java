package com.aichatchronicles.conversations;

import com.aichatchronicles.platform.cache.CacheKey;
import com.aichatchronicles.platform.http.PageRequest;
import com.aichatchronicles.platform.http.QueryParameters;
import jakarta.ws.rs.core.MultivaluedMap;

/**
 * What a list of conversations that can't be filtered is to show.
 *
 * @param page which part of it
 * @param members what each conversation shows
 */
public record CardRequest(PageRequest page, ConversationMembers members) implements CacheKey {
    @Override
    public String cacheKey() {
        return CacheKey.join(page, members);
    }

    /**
     * @param parameters the decoded query: {@code page}, {@code limit}, {@code cursor}, {@code fields}
     * @param config says whether answers have the deprecated members
     * @return what it asks for
     * @throws com.aichatchronicles.platform.errors.ApiException QUERY_VALIDATION_ERROR
     */
    public static CardRequest of(MultivaluedMap<String, String> parameters, ConversationsConfig config) {
        QueryParameters query = new QueryParameters(parameters);
        PageRequest page = PageRequest.of(query);
        return new CardRequest(page, ConversationMembers.in(query, config.legacyFrontend()));
    }

    /**
     * @param parameters the decoded query: {@code limit}, {@code cursor}, {@code fields}
     * @param config says whether answers have the deprecated members
     * @return what it asks for, in a list without numbered pages
     * @throws com.aichatchronicles.platform.errors.ApiException QUERY_VALIDATION_ERROR
     */
    public static CardRequest byCursor(MultivaluedMap<String, String> parameters, ConversationsConfig config) {
        QueryParameters query = new QueryParameters(parameters);
        PageRequest page = PageRequest.byCursor(query);
        return new CardRequest(page, ConversationMembers.in(query, config.legacyFrontend()));
    }
}
