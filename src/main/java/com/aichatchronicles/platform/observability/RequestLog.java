package com.aichatchronicles.platform.observability;

import com.aichatchronicles.platform.admission.AdmissionFilter;
import com.aichatchronicles.platform.http.RequestId;
import com.aichatchronicles.platform.ratelimit.ClientAddress;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;

/** Counts each request of the application once and gives it its line in the access log. */
@ApplicationScoped
public class RequestLog {
    private static final String UNFINISHED = RequestLog.class.getName() + ".unfinished";
    private static final String NOTED = RequestLog.class.getName() + ".noted";
    private static final String UNMATCHED = "unmatched";

    /** Under these the application decides by itself what is there. */
    private static final Set<String> CATCH_ALL = Set.of("/api/v1/*", "/*", "/", "/error");

    /** Others are no better than what else a caller may write. */
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    @Inject
    AccessLog log;

    @Inject
    RequestMetrics metrics;

    @Inject
    ClientAddress client;

    void answered(HttpServletRequest request, CurrentRequest current, int status) {
        note(request, current, request.getRequestURI(), status);
    }

    /** A request that no answer has begun for is left to the error page. */
    void failed(HttpServletRequest request, CurrentRequest current, boolean isCommitted) {
        if (isCommitted) {
            note(request, current, request.getRequestURI(), HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
            return;
        }
        request.setAttribute(UNFINISHED, current);
    }

    /**
     * Notes what the error page has answered, unless a filter does: what the server itself refuses comes to none.
     *
     * @param request as the error page sees it
     * @param path what was asked for
     * @param status what was answered
     */
    public void refused(HttpServletRequest request, String path, int status) {
        if (CurrentRequest.lookup() != null || request.getAttribute(NOTED) != null) {
            return;
        }
        Object known = request.getAttribute(UNFINISHED);
        note(request, known instanceof CurrentRequest begun ? begun : arrived(request), path, status);
    }

    private static CurrentRequest arrived(HttpServletRequest request) {
        CurrentRequest current = CurrentRequest.begin(RequestId.of(request), AdmissionFilter.waited(request));
        CurrentRequest.end();
        return current;
    }

    private void note(HttpServletRequest request, CurrentRequest current, String path, int status) {
        request.setAttribute(NOTED, true);
        String method = METHODS.contains(request.getMethod()) ? request.getMethod() : "other";
        String route = current.route() == null ? servletRoute(request) : current.route();
        long nanoseconds = System.nanoTime() - current.begin();
        metrics.count(method, route, status, nanoseconds);
        log.add(new AccessRecord(
                current.arrival(),
                current.id(),
                current.user(),
                client.text(),
                method,
                route,
                path,
                status,
                nanoseconds / 1000));
    }

    private static String servletRoute(HttpServletRequest request) {
        String pattern = request.getHttpServletMapping().getPattern();
        if (pattern.isEmpty()) {
            return "/";
        }
        return CATCH_ALL.contains(pattern) ? UNMATCHED : pattern;
    }
}
