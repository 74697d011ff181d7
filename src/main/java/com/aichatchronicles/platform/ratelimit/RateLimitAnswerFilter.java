package com.aichatchronicles.platform.ratelimit;

import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.util.Optional;

/**
 * Tells each caller where they stand. A request that no method takes (404, 405, 406, 415) never comes to a request
 * filter: it is counted here, on its way out. Not bound by name, because a binding asks for a method.
 */
@Provider
public class RateLimitAnswerFilter implements ContainerResponseFilter {
    @Inject
    RequestCounter counter;

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        Standing standing = counter.lookup(request).orElseGet(() -> countLate(request, response));
        standing.headers().forEach(response.getHeaders()::putSingle);
    }

    private Standing countLate(ContainerRequestContext request, ContainerResponseContext response) {
        Standing standing = counter.count(request, Optional.empty());
        counter.refusal(request, standing).ifPresent(refusal -> replace(response, refusal));
        return standing;
    }

    private static void replace(ContainerResponseContext response, Response refusal) {
        response.setStatus(refusal.getStatus());
        response.getHeaders().clear();
        response.getHeaders().putAll(refusal.getHeaders());
        response.setEntity(refusal.getEntity(), null, refusal.getMediaType());
    }
}
