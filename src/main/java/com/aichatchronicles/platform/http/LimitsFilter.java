package com.aichatchronicles.platform.http;

import com.aichatchronicles.platform.admission.AdmissionFilter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;

/**
 * Stops what no route takes: methods that nothing here has, which the server would answer itself in a form of its own,
 * bodies that say how long they are and are too long, also where nobody reads them, and what waited in vain to be
 * served. Registered in {@code web.xml}.
 */
public class LimitsFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");
    private static final String API = "/api/";

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        // The REST interface refuses a method with those that the route has.
        if (!METHODS.contains(request.getMethod()) && !request.getRequestURI().startsWith(API)) {
            response.setHeader("Allow", "GET, HEAD");
            response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
            return;
        }
        if (AdmissionFilter.isRefused(request)) {
            response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            return;
        }
        if (request.getContentLengthLong() > JsonText.MAX_BYTES) {
            response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
            return;
        }
        chain.doFilter(request, response);
    }
}
