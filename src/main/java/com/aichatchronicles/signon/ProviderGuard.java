package com.aichatchronicles.signon;

import com.aichatchronicles.platform.errors.ApiException;
import com.aichatchronicles.platform.errors.ErrorCode;
import com.aichatchronicles.sessions.SessionService;
import com.aichatchronicles.signin.RefreshGuard;
import com.aichatchronicles.signon.ProviderSessionService.Held;
import com.aichatchronicles.signon.identities.IdentityService;
import com.aichatchronicles.signon.protocol.OidcClient;
import com.aichatchronicles.signon.providers.Assertion;
import com.aichatchronicles.signon.providers.Provider;
import com.aichatchronicles.signon.providers.SignOnConfig;
import com.nimbusds.oauth2.sdk.token.RefreshToken;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/**
 * Asks the provider of a session at each refresh what it says of the person now: a role lost there is lost here, and
 * one who is gone there is signed out here. A provider that can't be asked changes nothing for the time of grace.
 */
@ApplicationScoped
public class ProviderGuard implements RefreshGuard {
    private static final System.Logger LOG = System.getLogger(ProviderGuard.class.getName());

    private static final long PATIENCE_SECONDS = 6;
    private static final long PAUSE_MILLISECONDS = 100;

    @Inject
    SignOnConfig config;

    @Inject
    ProviderSessionService held;

    @Inject
    IdentityService identities;

    @Inject
    SessionService sessions;

    @Inject
    OidcClient oidc;

    @Inject
    TokenSeal seal;

    @Override
    public void check(UUID session) {
        long came = System.nanoTime();
        Optional<Held> found = held.claim(session);
        while (found.filter(one -> !one.claimed()).isPresent() && secondsSince(came) < PATIENCE_SECONDS) {
            pause();
            found = held.claim(session);
        }
        found.ifPresent(one -> check(one, secondsSince(came)));
    }

    /** Nobody slips by while another refresh of the same session waits for the provider: its answer counts for both. */
    private void check(Held session, long waitedSeconds) {
        if (!session.claimed()) {
            requireGrace(session);
        } else if (waitedSeconds > 0 && session.unconfirmedSeconds() < waitedSeconds) {
            held.release(session.id());
        } else {
            check(session);
        }
    }

    private void check(Held session) {
        Optional<Provider> provider = config.lookup(session.identity().provider())
                .filter(known ->
                        known.issuer().getValue().equals(session.identity().issuer()));
        if (provider.isEmpty()) {
            throw over(session, "its provider is not in the configuration any more");
        }
        if (!provider.get().admission().rechecks()) {
            held.release(session.id());
            return;
        }
        RefreshToken token = seal.open(
                        provider.get(),
                        session.identity().subject(),
                        session.identity().refreshToken())
                .orElseThrow(() -> over(session, "its provider gave no refresh token"));
        ask(provider.get(), session, token);
    }

    private void ask(Provider provider, Held session, RefreshToken token) {
        try {
            Assertion assertion = oidc.refresh(provider, session.identity().subject(), token);
            if (!provider.admission().admits(assertion)) {
                throw new ApiException(ErrorCode.SIGN_ON_NOT_ALLOWED);
            }
            identities.admit(session.account(), provider, assertion);
            held.confirm(session.id(), seal.close(provider, assertion).orElse(null));
        } catch (ApiException e) {
            if (e.code() != ErrorCode.PROVIDER_UNAVAILABLE) {
                throw over(session, "its provider stands by it no more");
            }
            held.release(session.id());
            requireGrace(session);
        }
    }

    private void requireGrace(Held session) {
        boolean lasts = config.lookup(session.identity().provider())
                .map(Provider::admission)
                .filter(admission -> !admission.rechecks()
                        || session.unconfirmedSeconds() < admission.grace().toSeconds())
                .isPresent();
        if (!lasts) {
            throw new ApiException(ErrorCode.PROVIDER_UNAVAILABLE);
        }
    }

    private static long secondsSince(long nanos) {
        return TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - nanos);
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ApiException(ErrorCode.SERVICE_UNAVAILABLE, e);
        }
    }

    private ApiException over(Held session, String why) {
        LOG.log(Level.INFO, "The session {0} is over: {1}", session.id(), why);
        sessions.end(session.id());
        return new ApiException(ErrorCode.TOKEN_REFRESH_ERROR);
    }
}
