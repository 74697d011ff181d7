package com.aichatchronicles.platform.ratelimit;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/** Settings of the rate limits, and of the proxies whose word about a client's address counts. */
@ApplicationScoped
public class RateLimitConfig {
    private static final String ALLOW_LIST = "WHITELISTED_IPS";
    private static final String PROXIES = "TRUSTED_PROXIES";

    @Inject
    Config config;

    private final Map<Policy, Quota> quotas = new EnumMap<>(Policy.class);
    private AddressRanges exempt;
    private AddressRanges proxies;

    @PostConstruct
    void read() {
        for (Policy policy : Policy.values()) {
            Quota.parse(text(config, policy.variable())).ifPresent(quota -> quotas.put(policy, quota));
        }
        exempt = AddressRanges.parse(text(config, ALLOW_LIST));
        proxies = AddressRanges.parse(text(config, PROXIES));
    }

    /**
     * @param config the settings of the server
     * @return a sentence for each that is wrong
     */
    public static List<String> complaints(Config config) {
        List<String> complaints = new ArrayList<>();
        for (Policy policy : Policy.values()) {
            check(
                    () -> Quota.parse(text(config, policy.variable())),
                    policy.variable() + " must be requests/seconds like 100/900, or off",
                    complaints);
        }
        for (String name : List.of(ALLOW_LIST, PROXIES)) {
            check(
                    () -> AddressRanges.parse(text(config, name)),
                    name + " must be a comma list of addresses or ranges like 192.0.2.7, 10.0.0.0/8, 2001:db8::/32",
                    complaints);
        }
        return complaints;
    }

    /** @return the quota of a policy, empty where it is off */
    Optional<Quota> quota(Policy policy) {
        return Optional.ofNullable(quotas.get(policy));
    }

    /** @return the addresses that no limit applies to */
    AddressRanges exempt() {
        return exempt;
    }

    /** @return the proxies whose forwarding headers count */
    AddressRanges trustedProxies() {
        return proxies;
    }

    private static void check(Runnable parser, String complaint, List<String> complaints) {
        try {
            parser.run();
        } catch (IllegalArgumentException e) {
            complaints.add(complaint);
        } catch (UncheckedIOException e) { // the file that NAME_FILE names
            complaints.add(e.getMessage());
        }
    }

    private static String text(Config config, String name) {
        return config.getOptionalValue(name, String.class).orElse("");
    }
}
