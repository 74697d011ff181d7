package com.aichatchronicles.platform.ratelimit;

import com.aichatchronicles.platform.audit.AuditFact;
import com.aichatchronicles.platform.errors.FailureResponses;
import com.aichatchronicles.platform.observability.CurrentRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.Optional;

/** Counts a request once and knows, as long as it lasts, where it stands. */
@ApplicationScoped
public class RequestCounter {
    private static final String STANDING = Standing.class.getName();
    private static final String SPECIAL = Policy.class.getName();

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
        Policy special =
                named.map(limited -> ApplicableLimits.special(limited, request)).orElse(Policy.GENERAL);
        Standing standing = limiter.count(limits.of(request.getSecurityContext(), special));
        request.setProperty(STANDING, standing);
        request.setProperty(SPECIAL, special);
        return standing;
    }

    /**
     * Counts a request that nobody has signed, before JAX-RS does.
     *
     * @param request not counted yet; JAX-RS won't count it again
     * @param special what counts beside the general policy, see {@link #special}
     * @return the headers that tell the caller where they stand, empty beyond a limit: then JAX-RS refuses the request
     */
    public Optional<Map<String, Object>> admit(HttpServletRequest request, Policy special) {
        Standing standing = limiter.count(limits.ofStranger(special));
        request.setAttribute(STANDING, standing);
        return standing.exceeded().isPresent() ? Optional.empty() : Optional.of(standing.headers());
    }

    /**
     * @return what a request has counted for beside the general policy, that itself for nothing; empty if not counted
     */
    public Optional<Policy> special(HttpServletRequest request) {
        return Optional.ofNullable((Policy) request.getAttribute(SPECIAL));
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
