package com.aichatchronicles.accounts;

import com.aichatchronicles.platform.errors.ApiException;
import com.aichatchronicles.platform.errors.ErrorCode;
import com.aichatchronicles.platform.http.PathId;
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
import java.security.Principal;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Adds to MicroProfile JWT what a signature can't know: whether the session still stands, and what the account may do
 * now. Runs before Liberty's own check of {@code @RolesAllowed}, which trusts the token's groups, so that a role that was
 * taken away is gone at once. On a route that is open to all, a token that is no good counts as none.
 */
@Provider
@Priority(Priorities.AUTHENTICATION)
public class AuthenticationFilter implements ContainerRequestFilter {
    @Inject
    CurrentAccount current;

    @Inject
    SessionService sessions;

    @Inject
    AccessTokens tokens;

    @Context
    ResourceInfo resource;

    @Override
    public void filter(ContainerRequestContext request) {
        Optional<Caller> caller = authenticate(request.getSecurityContext().getUserPrincipal());
        caller.ifPresent(known -> {
            current.set(known);
            request.setSecurityContext(new CallerSecurityContext(known, request.getSecurityContext()));
        });
        RolesAllowed roles = resource.getResourceMethod().getAnnotation(RolesAllowed.class);
        if (roles == null) {
            return;
        }
        Caller known = caller.orElseThrow(() -> refusal(request.getHeaderString(HttpHeaders.AUTHORIZATION)));
        if (Set.of(roles.value()).stream().noneMatch(known.role().groups()::contains)) {
            throw new ApiException(ErrorCode.INSUFFICIENT_PERMISSIONS);
        }
    }

    private Optional<Caller> authenticate(Principal principal) {
        if (!(principal instanceof JsonWebToken token) || token.getSubject() == null) {
            return Optional.empty();
        }
        String session = String.valueOf(token.<Object>getClaim("session_id"));
        return PathId.isId(session) && PathId.isId(token.getSubject())
                ? sessions.lookup(UUID.fromString(session), UUID.fromString(token.getSubject()))
                : Optional.empty();
    }

    private ApiException refusal(String header) {
        if (header == null || header.isBlank()) {
            return new ApiException(ErrorCode.MISSING_TOKEN);
        }
        String token = header.replaceFirst("(?i)^bearer +", "");
        return new ApiException(tokens.hasExpired(token) ? ErrorCode.TOKEN_EXPIRED : ErrorCode.INVALID_TOKEN);
    }
}
