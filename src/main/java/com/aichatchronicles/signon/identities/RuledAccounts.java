package com.aichatchronicles.signon.identities;

import com.aichatchronicles.signin.PasswordRule;
import com.aichatchronicles.signon.providers.SignOnConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/**
 * Whom a provider rules comes in by that provider alone: with a password they would keep a role, or an account, that
 * the provider has taken away.
 */
@ApplicationScoped
public class RuledAccounts implements PasswordRule {
    @Inject
    SignOnConfig config;

    @Inject
    IdentityService identities;

    @Override
    public boolean permits(UUID account) {
        return config.ruling().isEmpty() || !identities.isKnownAt(account, config.ruling());
    }
}
