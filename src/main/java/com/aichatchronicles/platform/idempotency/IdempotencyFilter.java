package com.aichatchronicles.platform.idempotency;

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

/** Takes up the key of a request to an {@link Idempotent} method. Runs after authentication, because a key is a caller's. */
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
        Principal caller = request.getSecurityContext().getUserPrincipal();
        if (headers == null
                || !resource.getResourceMethod().isAnnotationPresent(Idempotent.class)
                || !(caller instanceof JsonWebToken token)) {
            return;
        }
        String key = IdempotencyKey.parse(headers);
        Fingerprint fingerprint =
                new Fingerprint(request.getMethod(), request.getUriInfo().getPath());
        request.setEntityStream(fingerprint.watch(request.getEntityStream()));
        current.set(UUID.fromString(token.getSubject()), key, fingerprint);
    }
}
