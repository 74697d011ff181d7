package com.aichatchronicles.scim;

import com.aichatchronicles.platform.errors.ApiException;
import com.aichatchronicles.platform.errors.ErrorCode;
import com.aichatchronicles.platform.http.BelongsTo;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Lets in whoever brings a token of the configuration. Without one there, the tree is not there either. */
@Provider
@BelongsTo(ScimApplication.class)
@PreMatching
@Priority(Priorities.AUTHENTICATION)
public class ScimTokenFilter implements ContainerRequestFilter {
    @Inject
    ScimConfig config;

    @Inject
    DirectoryAudit audit;

    @Override
    public void filter(ContainerRequestContext request) {
        if (config.tokens().isEmpty()) {
            throw new ApiException(ErrorCode.ROUTE_NOT_FOUND);
        }
        String header = request.getHeaderString(HttpHeaders.AUTHORIZATION);
        if (header == null || header.isBlank()) {
            throw new ApiException(ErrorCode.MISSING_TOKEN);
        }
        if (!header.regionMatches(true, 0, "Bearer ", 0, 7)
                || !isKnown(header.substring(7).strip())) {
            audit.refused(ErrorCode.INVALID_TOKEN.name());
            throw new ApiException(ErrorCode.INVALID_TOKEN);
        }
        request.setSecurityContext(new DirectoryContext(request.getSecurityContext()));
    }

    /** Takes the same time whatever is wrong: hashes have one length, and each token is looked at. */
    private boolean isKnown(String presented) {
        boolean known = false;
        for (String token : config.tokens()) {
            known |= MessageDigest.isEqual(hash(token), hash(presented));
        }
        return known;
    }

    private static byte[] hash(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
