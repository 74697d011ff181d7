package com.aichatchronicles.supabase;

import com.aichatchronicles.platform.errors.ApiException;
import com.aichatchronicles.platform.errors.ErrorCode;
import jakarta.annotation.Priority;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;

/** Tells why a token of Supabase is not good, where one is needed; elsewhere it counts as none. */
@Provider
@Priority(Priorities.AUTHORIZATION - 1)
public class SupabaseRefusalFilter implements ContainerRequestFilter {
    @Context
    ResourceInfo resource;

    @Override
    public void filter(ContainerRequestContext request) {
        if (request.getProperty(SupabaseTokenFilter.REFUSAL) instanceof ErrorCode code
                && resource.getResourceMethod().isAnnotationPresent(RolesAllowed.class)) {
            throw new ApiException(code);
        }
    }
}
