package com.aichatchronicles.signon;

import com.aichatchronicles.platform.errors.ApiException;
import com.aichatchronicles.platform.errors.ErrorCode;
import com.aichatchronicles.signon.protocol.Logout;
import com.aichatchronicles.signon.protocol.OidcClient;
import com.aichatchronicles.signon.providers.Preset;
import com.aichatchronicles.signon.providers.Provider;
import com.aichatchronicles.signon.providers.SignOnConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;

/** What providers tell this server without a browser: OpenID Connect Back-Channel Logout 1.0. */
@ApplicationScoped
public class BackChannel {
    private static final System.Logger LOG = System.getLogger(BackChannel.class.getName());

    @Inject
    SignOnConfig config;

    @Inject
    OidcClient oidc;

    @Inject
    LogoutService logouts;

    /**
     * @param name of the provider
     * @param token as it came, may be null
     * @throws ApiException PROVIDER_NOT_FOUND, LOGOUT_TOKEN_INVALID or PROVIDER_UNAVAILABLE
     */
    public void logout(String name, String token) {
        Provider provider = config.find(name);
        if (token == null || provider.preset() == Preset.GITHUB) {
            throw new ApiException(ErrorCode.LOGOUT_TOKEN_INVALID);
        }
        Logout logout = oidc.logout(provider, token);
        int ended = logouts.end(logout);
        LOG.log(Level.INFO, "The provider {0} has ended {1} sessions", provider.name(), ended);
    }
}
