package com.aichatchronicles.platform.ratelimit;

import inet.ipaddr.IPAddress;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import java.util.Optional;
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
     * @param request the request
     * @param named what its resource method names, empty where it names nothing or there is none
     * @return the limits, none for a client on the allow-list
     */
    List<Limit> of(ContainerRequestContext request, Optional<RateLimited> named) {
        IPAddress address = client.address();
        if (config.exempt().contain(address)) {
            return List.of();
        }
        String caller = Addresses.client(address);
        Optional<Limit> special = named.filter(limited -> counts(limited, request))
                .map(RateLimited::value)
                .flatMap(policy -> config.quota(policy).map(quota -> new Limit(policy, quota, caller)));
        return Stream.of(general(request.getSecurityContext(), caller), special)
                .flatMap(Optional::stream)
                .toList();
    }

    /** A blank parameter counts as absent, and of a repeated one the first counts, as in the resources. */
    private static boolean counts(RateLimited limited, ContainerRequestContext request) {
        if (limited.value() == Policy.GENERAL || limited.whenQuery().isEmpty()) {
            return limited.value() != Policy.GENERAL;
        }
        String value = request.getUriInfo().getQueryParameters().getFirst(limited.whenQuery());
        return value != null && !value.isBlank();
    }

    private Optional<Limit> general(SecurityContext security, String address) {
        if (security.getUserPrincipal() instanceof CountedPrincipal machine) {
            return config.quota(Policy.API_KEY).map(quota -> new Limit(Policy.API_KEY, quota, machine.counted()));
        }
        if (security.isUserInRole("admin")) {
            return Optional.empty();
        }
        int factor = security.isUserInRole("premium") ? PREMIUM_FACTOR : 1;
        String caller = security.getUserPrincipal() instanceof JsonWebToken token ? token.getSubject() : address;
        return config.quota(Policy.GENERAL).map(quota -> new Limit(Policy.GENERAL, quota.times(factor), caller));
    }
}
