package com.aichatchronicles.signon;

import com.aichatchronicles.platform.errors.ApiException;
import com.aichatchronicles.platform.errors.ErrorCode;
import com.aichatchronicles.sessions.SessionService;
import com.aichatchronicles.signin.RefreshGuard;
import com.aichatchronicles.signon.ProviderSessionService.Held;
import com.nimbusds.oauth2.sdk.token.RefreshToken;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.UUID;

/**
 * Asks the provider of a session at each refresh what it says of the person now: a role lost there is lost here, and one
 * who is gone there is signed out here. A provider that can't be asked changes nothing for the time of grace.
 */
@ApplicationScoped
public class ProviderGuard implements RefreshGuard {
    private static final System.Logger LOG = System.getLogger(ProviderGuard.class.getName());

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
        held.claim(session).ifPresent(this::check);
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
            if (session.unconfirmedSeconds() >= provider.admission().grace().toSeconds()) {
                throw e;
            }
        }
    }

    private ApiException over(Held session, String why) {
        LOG.log(Level.INFO, "The session {0} is over: {1}", session.id(), why);
        sessions.end(session.id());
        return new ApiException(ErrorCode.TOKEN_REFRESH_ERROR);
    }
}
