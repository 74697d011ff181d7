package com.aichatchronicles.apikeys;

import com.aichatchronicles.platform.errors.ApiException;
import com.aichatchronicles.platform.errors.ErrorCode;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;

/**
 * Refuses a key that is not good, on public routes too, so that a machine learns of it; and a good one where its scopes
 * do not lead. Runs after the limits have counted and before the roles are looked at.
 */
@Provider
@Priority(Priorities.AUTHORIZATION - 50)
public class ScopeFilter implements ContainerRequestFilter {
    @Inject
    CurrentApiKey key;

    @Override
    public void filter(ContainerRequestContext request) {
        if (!key.isPresented()) {
            return;
        }
        KeyHolder holder = key.holder().orElseThrow(() -> new ApiException(ErrorCode.INVALID_TOKEN));
        String path = request.getUriInfo().getPath(false).replaceAll("^/+|/+$", "");
        boolean open = Scope.of(request.getMethod(), path)
                .map(Scope::text)
                .filter(holder.scopes()::contains)
                .isPresent();
        if (!open) {
            throw new ApiException(ErrorCode.INSUFFICIENT_PERMISSIONS);
        }
    }
}
