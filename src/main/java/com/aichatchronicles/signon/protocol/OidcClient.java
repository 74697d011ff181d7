package com.aichatchronicles.signon.protocol;

import com.aichatchronicles.platform.errors.ApiException;
import com.aichatchronicles.platform.errors.ErrorCode;
import com.aichatchronicles.signon.providers.Assertion;
import com.aichatchronicles.signon.providers.Provider;
import com.aichatchronicles.signon.providers.ProviderHttp;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.RefreshTokenGrant;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.token.RefreshToken;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.UserInfoRequest;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/** OpenID Connect Core 1.0: the authorization code flow with PKCE, and the refresh of what it gave. */
@ApplicationScoped
public class OidcClient implements ProviderClient {
    @Inject
    Discovery discovery;

    @Inject
    ProviderHttp http;

    @Inject
    TokenEndpoint tokens;

    @Inject
    TokenCheck check;

    @Override
    public URI authorization(Provider provider, String state, Journey journey) {
        Provider.Client client = provider.client();
        return new AuthenticationRequest.Builder(ResponseType.CODE, client.scopes(), client.id(), client.callback())
                .endpointURI(discovery.find(provider).metadata().getAuthorizationEndpointURI())
                .state(new State(state))
                .nonce(new Nonce(journey.nonce()))
                .codeChallenge(new CodeVerifier(journey.verifier()), CodeChallengeMethod.S256)
                .build()
                .toURI();
    }

    @Override
    public Assertion redeem(Provider provider, Callback callback, Journey journey) {
        Discovery.Published published = discovery.find(provider);
        requireIssuer(provider, published.metadata(), callback.issuer());
        OIDCTokens answer = tokens.exchange(
                provider,
                published.metadata(),
                new AuthorizationCodeGrant(
                        new AuthorizationCode(callback.code()),
                        provider.client().callback(),
                        new CodeVerifier(journey.verifier())));
        if (answer.getIDToken() == null) {
            throw new ApiException(ErrorCode.SIGN_ON_REFUSED);
        }
        Claims told = check.idToken(provider, published, answer.getIDToken(), new Nonce(journey.nonce()));
        return complete(provider, published.metadata(), told, answer).assertion(provider, answer.getRefreshToken());
    }

    /**
     * Asks what the provider says of somebody now.
     *
     * @param provider where they signed in
     * @param subject whom it must be about
     * @param refreshToken the provider's own
     * @return with the refresh token for the next time, if there is one
     * @throws ApiException SIGN_ON_REFUSED if it stands by them no more; PROVIDER_UNAVAILABLE if it can't be asked
     */
    public Assertion refresh(Provider provider, String subject, RefreshToken refreshToken) {
        Discovery.Published published = discovery.find(provider);
        OIDCTokens answer = tokens.exchange(provider, published.metadata(), new RefreshTokenGrant(refreshToken));
        Claims told = answer.getIDToken() == null
                ? new Claims(Map.of("sub", subject))
                : check.idToken(provider, published, answer.getIDToken(), null);
        if (!subject.equals(told.text("sub"))) {
            throw new ApiException(ErrorCode.SIGN_ON_REFUSED);
        }
        RefreshToken next = Optional.ofNullable(answer.getRefreshToken()).orElse(refreshToken);
        return complete(provider, published.metadata(), told, answer).assertion(provider, next);
    }

    /**
     * @param provider that sends a logout token (OpenID Connect Back-Channel Logout 1.0, section 2.4)
     * @param token as it came
     * @return what it says; whether it was used before is not looked at
     * @throws ApiException LOGOUT_TOKEN_INVALID; PROVIDER_UNAVAILABLE if the keys can't be had
     */
    public Logout logout(Provider provider, String token) {
        return check.logoutToken(provider, discovery.find(provider), token);
    }

    /** The answer must come from whom the browser was sent to (RFC 9207, section 2.4). */
    private static void requireIssuer(Provider provider, OIDCProviderMetadata metadata, String issuer) {
        boolean right = issuer == null
                ? !metadata.supportsAuthorizationResponseIssuerParam()
                : provider.issuer().getValue().equals(issuer);
        if (!right) {
            throw new ApiException(ErrorCode.SIGN_ON_REFUSED);
        }
    }

    /** Adds what the provider tells at its UserInfo endpoint only, as many do to keep their ID tokens small. */
    private Claims complete(Provider provider, OIDCProviderMetadata metadata, Claims told, OIDCTokens answer) {
        boolean enough = told.has("email")
                && (!provider.admission().needsGroups()
                        || !told.texts(provider.admission().groupsClaim()).isEmpty());
        URI endpoint = metadata.getUserInfoEndpointURI();
        if (enough || endpoint == null) {
            return told;
        }
        try {
            HTTPResponse more = new UserInfoRequest(endpoint, answer.getAccessToken())
                    .toHTTPRequest()
                    .send(http);
            more.ensureStatusCode(HTTPResponse.SC_OK);
            Claims others = new Claims(more.getBodyAsJSONObject());
            if (!told.text("sub").equals(others.text("sub"))) { // Core, section 5.3.2: of somebody else
                throw new ApiException(ErrorCode.SIGN_ON_REFUSED);
            }
            return told.or(others.values());
        } catch (IOException | ParseException e) {
            throw new ApiException(ErrorCode.PROVIDER_UNAVAILABLE, e);
        }
    }
}
