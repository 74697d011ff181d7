package com.aichatchronicles.platform.http;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.ext.Provider;

/**
 * Takes back what MicroProfile JWT has said before anybody else was asked: that a bearer token which is no JWT is not
 * valid. A key for machines and the token of a directory are none, and yet let their callers in.
 */
@Provider
public class StrayChallengeFilter implements ContainerResponseFilter {
    @Context
    HttpServletResponse answer;

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        boolean refused = response.getStatus() == Status.UNAUTHORIZED.getStatusCode();
        if (!refused && request.getSecurityContext().getUserPrincipal() != null) {
            answer.setHeader(HttpHeaders.WWW_AUTHENTICATE, null); // removes it, since Servlet 6.1
        }
    }
}
