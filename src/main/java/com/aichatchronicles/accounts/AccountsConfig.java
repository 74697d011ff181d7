package com.aichatchronicles.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Settings of accounts and tokens. */
@ApplicationScoped
public class AccountsConfig {
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

    @Inject
    @ConfigProperty(name = "ADMIN_EMAIL")
    Optional<String> adminEmail;

    @Inject
    @ConfigProperty(name = "ADMIN_PASSWORD")
    Optional<String> adminPassword;

    @Inject
    @ConfigProperty(name = "SECOND_FACTOR_KEY")
    Optional<String> secondFactorKey;

    @Inject
    @ConfigProperty(name = "PASSWORD_REGISTRATION")
    String passwordRegistration;

    @Inject
    @ConfigProperty(name = "LOCAL_RUN")
    boolean localRun;

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

    /** @return the address of the first admin */
    public Optional<String> adminEmail() {
        return adminEmail;
    }

    /** @return the password of the first admin */
    public Optional<String> adminPassword() {
        return adminPassword;
    }

    /** @return what the secrets of authenticators are encrypted with, 32 bytes in Base64 */
    public Optional<String> secondFactorKey() {
        return secondFactorKey;
    }

    /** @return whether somebody may make an account with a password */
    public boolean passwordRegistration() {
        return passwordRegistration.equals("on");
    }

    /** @return whether this is the local run, the only place where the well-known admin password may stand */
    public boolean localRun() {
        return localRun;
    }
}
