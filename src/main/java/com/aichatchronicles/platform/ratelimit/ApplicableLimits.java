package com.aichatchronicles.platform.ratelimit;

import inet.ipaddr.IPAddress;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Knows which limits a request falls under, and by what its caller is counted. */
@ApplicationScoped
public class ApplicableLimits {
    private static final int PREMIUM_FACTOR = 5;

    @Inject
    RateLimitConfig config;

    @Inject
    ClientAddress client;

    /**
     * @param named what the method of a request names
     * @param request the request
     * @return what counts beside the general policy; the general one itself where nothing does
     */
    static Policy special(RateLimited named, ContainerRequestContext request) {
        if (named.whenQuery().isEmpty()) {
            return named.value();
        }
        // A blank parameter counts as absent, and of a repeated one the first counts, as in the resources.
        String value = request.getUriInfo().getQueryParameters().getFirst(named.whenQuery());
        return value == null || value.isBlank() ? Policy.GENERAL : named.value();
    }

    /**
     * @param security who makes the request
     * @param special what counts beside the general policy
     * @return the limits, none for a client on the allow-list
     */
    List<Limit> of(SecurityContext security, Policy special) {
        return of(caller -> general(security, caller), special);
    }

    /** @return the limits of a request that nobody has signed, as {@link #of(SecurityContext, Policy)} has them */
    List<Limit> ofStranger(Policy special) {
        return of(caller -> limit(Policy.GENERAL, caller), special);
    }

    private List<Limit> of(Function<String, Optional<Limit>> general, Policy special) {
        IPAddress address = client.address();
        if (config.exempt().contain(address)) {
            return List.of();
        }
        String caller = Addresses.client(address);
        Optional<Limit> beside = special == Policy.GENERAL ? Optional.empty() : limit(special, caller);
        return Stream.of(general.apply(caller), beside)
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Limit> limit(Policy policy, String caller) {
        return config.quota(policy).map(quota -> new Limit(policy, quota, caller));
    }

    private Optional<Limit> general(SecurityContext security, String address) {
        if (security.getUserPrincipal() instanceof CountedPrincipal machine) {
            return limit(Policy.API_KEY, machine.counted());
        }
        if (security.isUserInRole("admin")) {
            return Optional.empty();
        }
        int factor = security.isUserInRole("premium") ? PREMIUM_FACTOR : 1;
        String caller = security.getUserPrincipal() instanceof JsonWebToken token ? token.getSubject() : address;
        return config.quota(Policy.GENERAL).map(quota -> new Limit(Policy.GENERAL, quota.times(factor), caller));
    }
}
