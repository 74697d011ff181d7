package com.aichatchronicles.home;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

/** One form of a resource that stays the same as long as the server runs. */
record Representation(String contentType, String cacheControl, byte[] body, String etag) {

    static Representation of(String contentType, String cacheControl, byte[] body) {
        return new Representation(contentType, cacheControl, body, '"' + digest(body) + '"');
    }

    void send(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("ETag", etag);
        response.setHeader("Cache-Control", cacheControl);
        if (isKnown(request.getHeader("If-None-Match"))) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        response.setContentType(contentType);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    /**
     * @param ifNoneMatch the field's value (RFC 9110, section 13.1.2), null where there is none
     * @return whether the caller has this representation; the comparison is the weak one
     */
    boolean isKnown(String ifNoneMatch) {
        List<String> tags = ifNoneMatch == null
                ? List.of()
                : Stream.of(ifNoneMatch.split(",")).map(String::strip).toList();
        return tags.contains("*") || tags.contains(etag) || tags.contains("W/" + etag);
    }

    private static String digest(byte[] body) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(body);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash).substring(0, 22);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java platform has SHA-256
        }
    }
}
