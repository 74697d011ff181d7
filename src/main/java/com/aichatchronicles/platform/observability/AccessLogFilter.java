package com.aichatchronicles.platform.observability;

import com.aichatchronicles.platform.admission.AdmissionFilter;
import com.aichatchronicles.platform.http.RequestId;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Has each request counted and logged when it is answered. Registered in {@code web.xml}. */
public class AccessLogFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;

    @Inject
    transient RequestLog requests;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        CurrentRequest current = CurrentRequest.begin(RequestId.of(request), AdmissionFilter.waited(request));
        try {
            chain.doFilter(request, response);
            requests.answered(request, current, response.getStatus());
        } catch (Throwable e) {
            requests.failed(request, current, response.isCommitted());
            throw e;
        } finally {
            CurrentRequest.end();
        }
    }
}
