package com.aichatchronicles.platform.http;

import com.aichatchronicles.platform.cache.CachedAnswer;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.HttpHeaders;

/**
 * The form of an answer that a request gets (RFC 9110, section 3.2), and whether the caller has it already.
 *
 * @param answer there is one
 * @param isCompressed whether it goes out in the gzip format
 * @param isKnown whether it does not go out at all: 304
 */
public record SelectedRepresentation(CachedAnswer answer, boolean isCompressed, boolean isKnown) {
    private static final int WORTH_COMPRESSING = 1024;

    /**
     * @param answer there is one
     * @param request says by If-None-Match and Accept-Encoding what its caller has and likes
     * @return what the request gets
     */
    public static SelectedRepresentation of(CachedAnswer answer, HttpServletRequest request) {
        boolean isCompressed = answer.json().length >= WORTH_COMPRESSING
                && AcceptEncoding.allowsGzip(request.getHeader(HttpHeaders.ACCEPT_ENCODING));
        boolean isKnown = EntityTags.noneMatchFails(request.getHeader(HttpHeaders.IF_NONE_MATCH), answer.entityTag());
        return new SelectedRepresentation(answer, isCompressed, isKnown);
    }

    /** @return the ETag header */
    public String entityTag() {
        return EntityTags.header(answer.entityTag(), isCompressed);
    }

    /** @return the body, not to be changed */
    public byte[] body() {
        return isCompressed ? answer.compressed() : answer.json();
    }
}
