package com.aichatchronicles.platform.http;

import com.aichatchronicles.platform.cache.CachedAnswer;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.Jsonb;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;

/**
 * Conditional answers (RFC 9110, section 13): JSON with a strong entity tag, 304 where the caller has it already,
 * compressed where the caller likes that. A cache may keep an answer but has to ask each time, because a write must be
 * visible to the next read of anyone.
 */
@RequestScoped
public class Answers {
    private static final int WORTH_COMPRESSING = 1024;

    @Inject
    HttpServletRequest request;

    @Inject
    Jsonb jsonb;

    /**
     * @param answer the same for everyone, and there is one
     * @return 200 or 304
     */
    public Response shared(CachedAnswer answer) {
        return conditional(answer, "public, no-cache");
    }

    /**
     * @param body an envelope that is the same for everyone
     * @return 200 or 304
     */
    public Response shared(Object body) {
        return shared(CachedAnswer.of(jsonb.toJson(body)));
    }

    /**
     * @param body an envelope that is the same for everyone
     * @param version the version of the thing in it
     * @return 200 or 304
     */
    public Response shared(Object body, long version) {
        return shared(CachedAnswer.of(jsonb.toJson(body), version));
    }

    /**
     * @param body an envelope for this caller alone
     * @return 200 or 304; no shared cache keeps it
     */
    public Response personal(Object body) {
        return conditional(CachedAnswer.of(jsonb.toJson(body)), "private, no-cache");
    }

    /**
     * @param body an envelope for this caller alone
     * @param version the version of the thing in it
     * @return 200 or 304; no shared cache keeps it
     */
    public Response personal(Object body, long version) {
        return conditional(CachedAnswer.of(jsonb.toJson(body), version), "private, no-cache");
    }

    /**
     * @param data a thing that has just been written
     * @param version its version
     * @return the header value that a read of it would carry now
     */
    public String tagOf(Object data, long version) {
        return EntityTags.header(EntityTags.of(version, json(Envelope.of(data))), false);
    }

    private Response conditional(CachedAnswer body, String cacheControl) {
        boolean gzip = body.json().length >= WORTH_COMPRESSING
                && AcceptEncoding.allowsGzip(request.getHeader(HttpHeaders.ACCEPT_ENCODING));
        boolean known = EntityTags.noneMatchFails(request.getHeader(HttpHeaders.IF_NONE_MATCH), body.entityTag());
        Response.ResponseBuilder answer = known ? Response.notModified() : Response.ok();
        answer.header(HttpHeaders.ETAG, EntityTags.header(body.entityTag(), gzip))
                .header(HttpHeaders.CACHE_CONTROL, cacheControl)
                .header(HttpHeaders.VARY, "Origin, Accept-Encoding, Authorization");
        if (known) {
            return answer.build();
        }
        if (gzip) {
            answer.header(HttpHeaders.CONTENT_ENCODING, "gzip");
        }
        return answer.type(MediaType.APPLICATION_JSON_TYPE)
                .entity(gzip ? body.compressed() : body.json())
                .build();
    }

    private byte[] json(Object body) {
        return jsonb.toJson(body).getBytes(StandardCharsets.UTF_8);
    }
}
