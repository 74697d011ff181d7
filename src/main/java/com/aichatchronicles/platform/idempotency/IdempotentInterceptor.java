package com.aichatchronicles.platform.idempotency;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.json.bind.Jsonb;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Runs a resource method at most once for each key. The first answer leaves in the form in which it is kept, so that a
 * replay can't differ from it.
 */
@Interceptor
@Idempotent
@Priority(Interceptor.Priority.APPLICATION)
public class IdempotentInterceptor {
    private static final String REPLAYED = "Idempotency-Replayed";

    @Inject
    CurrentKey current;

    @Inject
    IdempotencyService idempotency;

    @Inject
    Jsonb jsonb;

    @AroundInvoke
    Object answerOnce(InvocationContext method) throws Exception {
        Optional<KeyedRequest> request = current.lookup();
        if (request.isEmpty()) {
            return method.proceed();
        }
        return response(idempotency.once(request.get(), () -> keep((Response) method.proceed())));
    }

    private KeptAnswer keep(Response answer) {
        Object entity = answer.getEntity();
        byte[] body = entity == null ? new byte[0] : jsonb.toJson(entity).getBytes(StandardCharsets.UTF_8);
        return new KeptAnswer(
                answer.getStatus(),
                answer.getHeaderString(HttpHeaders.LOCATION),
                answer.getHeaderString(HttpHeaders.ETAG),
                body,
                false);
    }

    private static Response response(KeptAnswer kept) {
        return Response.status(kept.status())
                .type(MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.LOCATION, kept.location())
                .header(HttpHeaders.ETAG, kept.entityTag())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(REPLAYED, kept.replayed() ? true : null)
                .entity(kept.body())
                .build();
    }
}
