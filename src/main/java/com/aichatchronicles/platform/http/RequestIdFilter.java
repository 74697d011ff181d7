package com.aichatchronicles.platform.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Gives each request its id before anything else happens. Registered in {@code web.xml}, which fixes the order. */
public class RequestIdFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String id = RequestId.assign(request, request.getHeader(RequestId.HEADER));
        response.setHeader(RequestId.HEADER, id);
        chain.doFilter(request, response);
    }
}
