package com.aichatchronicles.platform.ratelimit;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.util.Optional;

/**
 * Counts each call of a method and refuses those beyond a limit. Runs when the caller is identified but before anything
 * is refused for lack of rights, so that guessing counts too.
 */
@Provider
@RateLimited
@Priority(RateLimitFilter.BEFORE_AUTHORIZATION)
public class RateLimitFilter implements ContainerRequestFilter {
    static final int BEFORE_AUTHORIZATION = Priorities.AUTHORIZATION - 100;

    @Inject
    RequestCounter counter;

    @Context
    ResourceInfo resource;

    @Override
    public void filter(ContainerRequestContext request) {
        RateLimited named = resource.getResourceMethod().getAnnotation(RateLimited.class);
        Standing standing = counter.lookup(request).orElseGet(() -> counter.count(request, Optional.ofNullable(named)));
        counter.refusal(request, standing).ifPresent(request::abortWith);
    }
}
