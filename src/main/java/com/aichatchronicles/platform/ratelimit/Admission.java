package com.aichatchronicles.platform.ratelimit;

import com.aichatchronicles.platform.audit.AuditFact;
import com.aichatchronicles.platform.errors.FailureResponses;
import com.aichatchronicles.platform.observability.CurrentRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/** Counts a request once and knows, as long as it lasts, where it stands. */
@ApplicationScoped
public class Admission {
    private static final String STANDING = Standing.class.getName();

    @Inject
    ApplicableLimits limits;

    @Inject
    RateLimiter limiter;

    @Inject
    FailureResponses failures;

    @Inject
    RefusalCounters refusals;

    @Inject
    Event<AuditFact> facts;

    /** Counts the request under all that it falls under; {@code named} is what its method names. */
    Standing count(ContainerRequestContext request, Optional<RateLimited> named) {
        Standing standing = limiter.count(limits.of(request, named));
        request.setProperty(STANDING, standing);
        return standing;
    }

    /** @return where the request stands, empty before it was counted */
    Optional<Standing> lookup(ContainerRequestContext request) {
        return Optional.ofNullable((Standing) request.getProperty(STANDING));
    }

    /** @return the answer to a request beyond a limit, empty for one within */
    Optional<Response> refusal(ContainerRequestContext request, Standing standing) {
        return standing.exceeded()
                .map(count -> refuse(request.getMethod(), count.limit().policy(), count.secondsLeft()));
    }

    private Response refuse(String method, Policy policy, long seconds) {
        refusals.count(policy);
        String route = CurrentRequest.servedRoute().orElse("unmatched");
        facts.fire(
                AuditFact.refused("rate_limit." + policy.label(), policy.code().name())
                        .with("route", method + ' ' + route));
        return failures.tooMany(policy.code(), seconds);
    }
}
