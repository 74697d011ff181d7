package com.aichatchronicles.platform.http;

import com.aichatchronicles.platform.cache.CachePlace;
import com.aichatchronicles.platform.cache.CachedAnswer;
import jakarta.enterprise.context.ApplicationScoped;
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
@ApplicationScoped
public class Answers {
    /** The media type of calendars (RFC 5545, section 8.1). */
    public static final String CALENDAR = "text/calendar; charset=utf-8";

    /** What the Cache-Control header says of an answer for everyone. */
    public static final String FOR_ALL = "public, no-cache";

    /** What else than its address an answer may depend on. */
    public static final String VARIES_BY = "Origin, Accept-Encoding, Authorization";

    @Inject
    HttpServletRequest request;

    @Inject
    Jsonb jsonb;

    /**
     * @param answer the same for everyone, and there is one
     * @return 200 or 304
     */
    public Response shared(CachedAnswer answer) {
        answer.place().ifPresent(place -> request.setAttribute(CachePlace.class.getName(), place));
        return conditional(answer, FOR_ALL);
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
     * @param body an envelope that only the holder of a secret may read
     * @param version the version of the thing in it
     * @return 200 or 304; nobody keeps it and no search engine lists it
     */
    public Response secret(Object body, long version) {
        Response answer = conditional(CachedAnswer.of(jsonb.toJson(body), version), "private, no-store");
        answer.getHeaders().putSingle("X-Robots-Tag", "noindex, nofollow");
        return answer;
    }

    /**
     * @param calendar in iCalendar format, for this caller alone
     * @param fileName under which a browser saves it
     * @return 200 or 304; no shared cache keeps it
     */
    public Response calendar(String calendar, String fileName) {
        CachedAnswer text = CachedAnswer.of(calendar);
        Response answer = conditional(text, "private, no-cache", MediaType.valueOf(CALENDAR));
        answer.getHeaders().putSingle(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=" + fileName);
        return answer;
    }

    /**
     * @param body an envelope of what has been done
     * @return 200 that nobody keeps
     */
    public Response done(Object body) {
        return Response.ok(body).header(HttpHeaders.CACHE_CONTROL, "no-store").build();
    }

    /**
     * @param answer the status, and where the thing is if it is new
     * @param tag the thing's {@link #tagOf}
     * @param body an envelope of the thing that has just been written
     * @return the answer, which nobody keeps
     */
    public Response written(Response.ResponseBuilder answer, String tag, Object body) {
        return answer.header(HttpHeaders.ETAG, tag)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(body)
                .build();
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
        return conditional(body, cacheControl, MediaType.APPLICATION_JSON_TYPE);
    }

    private Response conditional(CachedAnswer body, String cacheControl, MediaType type) {
        SelectedRepresentation selected = SelectedRepresentation.of(body, request);
        Response.ResponseBuilder answer = selected.isKnown() ? Response.notModified() : Response.ok();
        answer.header(HttpHeaders.ETAG, selected.entityTag())
                .header(HttpHeaders.CACHE_CONTROL, cacheControl)
                .header(HttpHeaders.VARY, VARIES_BY);
        if (selected.isKnown()) {
            return answer.build();
        }
        if (selected.isCompressed()) {
            answer.header(HttpHeaders.CONTENT_ENCODING, "gzip");
        }
        return answer.type(type).entity(selected.body()).build();
    }

    private byte[] json(Object body) {
        return jsonb.toJson(body).getBytes(StandardCharsets.UTF_8);
    }
}
