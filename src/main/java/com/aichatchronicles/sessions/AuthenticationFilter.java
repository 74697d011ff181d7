package com.aichatchronicles.sessions;

import com.aichatchronicles.platform.http.PathId;
import com.aichatchronicles.platform.observability.CurrentRequest;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;
import java.security.Principal;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Adds to MicroProfile JWT what a signature can't know: whether the session still stands, and what the account may do
 * now. A token that is no good counts as none. Runs before a method is found, so that a caller is known even where
 * there is none.
 */
@Provider
@PreMatching
@Priority(Priorities.AUTHENTICATION)
public class AuthenticationFilter implements ContainerRequestFilter {
    @Inject
    CurrentAccount current;

    @Inject
    SessionService sessions;

    @Override
    public void filter(ContainerRequestContext request) {
        Optional<Caller> caller = authenticate(request.getSecurityContext().getUserPrincipal());
        caller.ifPresent(current::set);
        caller.map(Caller::id).ifPresent(CurrentRequest::isOf);
        request.setSecurityContext(new CallerSecurityContext(caller, request.getSecurityContext()));
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
}
