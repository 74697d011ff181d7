package com.aichatchronicles.sessions;

import com.aichatchronicles.platform.errors.ApiException;
import com.aichatchronicles.platform.errors.ErrorCode;
import jakarta.annotation.Priority;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.util.Set;

/**
 * Refuses whoever may not call a method, with the reason. Runs before Liberty's own check of {@code @RolesAllowed},
 * which trusts the token's groups, so that a role that was taken away is gone at once.
 */
@Provider
@Priority(Priorities.AUTHORIZATION)
public class AuthorizationFilter implements ContainerRequestFilter {
    @Inject
    CurrentAccount current;

    @Inject
    AccessTokens tokens;

    @Context
    ResourceInfo resource;

    @Override
    public void filter(ContainerRequestContext request) {
        RolesAllowed roles = resource.getResourceMethod().getAnnotation(RolesAllowed.class);
        if (roles == null) {
            return;
        }
        Caller known = current.lookup().orElseThrow(() -> refusal(request.getHeaderString(HttpHeaders.AUTHORIZATION)));
        if (Set.of(roles.value()).stream().noneMatch(known.role().groups()::contains)) {
            throw new ApiException(ErrorCode.INSUFFICIENT_PERMISSIONS);
        }
    }

    private ApiException refusal(String header) {
        if (header == null || header.isBlank()) {
            return new ApiException(ErrorCode.MISSING_TOKEN);
        }
        String token = header.replaceFirst("(?i)^bearer +", "");
        return new ApiException(tokens.hasExpired(token) ? ErrorCode.TOKEN_EXPIRED : ErrorCode.INVALID_TOKEN);
    }
}
