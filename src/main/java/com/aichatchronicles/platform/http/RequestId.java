package com.aichatchronicles.platform.http;

import jakarta.servlet.ServletRequest;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

/** The id that joins a request, its answer and its log lines. */
public final class RequestId {
    /** The header that carries it, in both directions. */
    public static final String HEADER = "X-Request-Id";

    private static final String ATTRIBUTE = RequestId.class.getName();
    private static final Pattern SANE = Pattern.compile("[A-Za-z0-9._~:+/=-]{1,64}");

    private RequestId() {}

    /**
     * @param request the current request
     * @return its id; one is made where the filter has not run
     */
    public static String of(ServletRequest request) {
        Object known = request.getAttribute(ATTRIBUTE);
        return known != null ? known.toString() : assign(request, null);
    }

    /**
     * @param request the request to mark
     * @param proposed the caller's own id, may be null; kept when it is a token of at most 64 characters
     * @return the id from now on
     */
    static String assign(ServletRequest request, String proposed) {
        boolean sane = proposed != null && SANE.matcher(proposed).matches();
        String id = sane ? proposed : next();
        request.setAttribute(ATTRIBUTE, id);
        return id;
    }

    /** Nobody has to guess it in vain, so it needs no secure random numbers. */
    private static String next() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }
}
