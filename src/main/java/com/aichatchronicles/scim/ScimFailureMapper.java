package com.aichatchronicles.scim;

import com.aichatchronicles.platform.errors.ScimError;
import com.aichatchronicles.platform.http.BelongsTo;
import com.aichatchronicles.scim.protocol.ScimFailure;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Answers a failure that has a word of its own in RFC 7644. */
@Provider
@BelongsTo(ScimApplication.class)
public class ScimFailureMapper implements ExceptionMapper<ScimFailure> {
    @Override
    public Response toResponse(ScimFailure failure) {
        return Response.status(failure.error().status())
                .type(ScimError.SCIM_JSON)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(failure.error().body().toString())
                .build();
    }
}
