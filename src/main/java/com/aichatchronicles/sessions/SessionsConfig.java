package com.aichatchronicles.sessions;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Settings of sessions and of the access tokens that go with them. */
@ApplicationScoped
public class SessionsConfig {
    @Inject
    @ConfigProperty(name = "mp.jwt.verify.issuer")
    String issuer;

    @Inject
    @ConfigProperty(name = "mp.jwt.verify.audiences")
    String audience;

    @Inject
    @ConfigProperty(name = "ACCESS_TOKEN_LIFETIME")
    Duration accessTokenLifetime;

    @Inject
    @ConfigProperty(name = "SESSION_LIFETIME")
    Duration sessionLifetime;

    /** @return the {@code iss} of access tokens */
    public String issuer() {
        return issuer;
    }

    /** @return the {@code aud} of access tokens */
    public String audience() {
        return audience;
    }

    /** @return how long an access token lives */
    public Duration accessTokenLifetime() {
        return accessTokenLifetime;
    }

    /** @return how long a session lives after its last refresh */
    public Duration sessionLifetime() {
        return sessionLifetime;
    }
}
