package com.aichatchronicles.platform.http;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Cross-origin rules (Fetch standard, "CORS protocol"): the configured origins may call with credentials, any other
 * gets no permission and its browser refuses. Registered in {@code web.xml}.
 */
public class CorsFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;
    private static final String METHODS = "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS";
    private static final String REQUEST_HEADERS = "Accept, Authorization, Content-Type, Idempotency-Key, If-Match,"
            + " If-None-Match, X-Request-Id, X-Requested-With";
    private static final String ANSWER_HEADERS =
            "ETag, Idempotency-Replayed, Location, RateLimit, RateLimit-Policy, RateLimit-Limit, RateLimit-Remaining,"
                    + " RateLimit-Reset, Retry-After, WWW-Authenticate, X-Request-Id";

    @Inject
    transient HttpConfig config;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String origin = request.getHeader("Origin");
        response.addHeader("Vary", "Origin");
        boolean allowed = origin != null && config.allowedOrigins().contains(origin);
        if (allowed) {
            response.setHeader("Access-Control-Allow-Origin", origin);
            response.setHeader("Access-Control-Allow-Credentials", "true");
            response.setHeader("Access-Control-Expose-Headers", ANSWER_HEADERS);
        }
        if (isPreflight(request)) {
            answerPreflight(response, allowed);
            return;
        }
        chain.doFilter(request, response);
    }

    private static boolean isPreflight(HttpServletRequest request) {
        return "OPTIONS".equals(request.getMethod())
                && request.getHeader("Origin") != null
                && request.getHeader("Access-Control-Request-Method") != null;
    }

    private static void answerPreflight(HttpServletResponse response, boolean allowed) {
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        if (allowed) {
            response.setHeader("Access-Control-Allow-Methods", METHODS);
            response.setHeader("Access-Control-Allow-Headers", REQUEST_HEADERS);
            response.setIntHeader("Access-Control-Max-Age", 600);
        }
    }
}
