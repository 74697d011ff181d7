package com.aichatchronicles.platform.idempotency;

import com.aichatchronicles.platform.ratelimit.CountedPrincipal;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.security.Principal;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Takes up the key of a request to an {@link Idempotent} method. Runs after authentication, because a key is a
 * caller's.
 */
@Provider
@Priority(Priorities.USER)
public class IdempotencyFilter implements ContainerRequestFilter {
    @Inject
    CurrentKey current;

    @Context
    ResourceInfo resource;

    @Override
    public void filter(ContainerRequestContext request) {
        List<String> headers = request.getHeaders().get(IdempotencyKey.HEADER);
        UUID caller = account(request.getSecurityContext().getUserPrincipal());
        if (headers == null || caller == null || !resource.getResourceMethod().isAnnotationPresent(Idempotent.class)) {
            return;
        }
        String key = IdempotencyKey.parse(headers);
        Fingerprint fingerprint =
                new Fingerprint(request.getMethod(), request.getUriInfo().getPath());
        request.setEntityStream(fingerprint.watch(request.getEntityStream()));
        current.set(caller, key, fingerprint);
    }

    /** @return whom the caller is or acts for, null for nobody */
    private static UUID account(Principal caller) {
        if (caller instanceof CountedPrincipal machine) {
            return machine.account();
        }
        return caller instanceof JsonWebToken token ? UUID.fromString(token.getSubject()) : null;
    }
}
