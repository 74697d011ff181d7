package com.aichatchronicles.signon.protocol;

import com.aichatchronicles.platform.errors.ApiException;
import com.aichatchronicles.platform.errors.ErrorCode;
import com.aichatchronicles.signon.providers.Assertion;
import com.aichatchronicles.signon.providers.Preset;
import com.aichatchronicles.signon.providers.Provider;
import com.aichatchronicles.signon.providers.ProviderHttp;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.AuthorizationRequest;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.token.AccessToken;
import com.nimbusds.oauth2.sdk.token.BearerAccessToken;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * GitHub: OAuth 2 with PKCE; who it is comes from its REST interface. GitHub Enterprise Server is another issuer, with
 * its interface under {@code /api/v3}.
 */
@ApplicationScoped
public class GitHubClient implements ProviderClient {
    private static final String PUBLIC_API = "https://api.github.com";

    @Inject
    ProviderHttp http;

    @Override
    public URI authorization(Provider provider, String state, Journey journey) {
        Provider.Client client = provider.client();
        return new AuthorizationRequest.Builder(ResponseType.CODE, client.id())
                .endpointURI(under(provider, "/login/oauth/authorize"))
                .redirectionURI(client.callback())
                .scope(client.scopes())
                .state(new State(state))
                .codeChallenge(new CodeVerifier(journey.verifier()), CodeChallengeMethod.S256)
                .build()
                .toURI();
    }

    @Override
    public Assertion redeem(Provider provider, Callback callback, Journey journey) {
        try {
            AccessToken token = exchange(provider, callback, journey);
            Map<String, Object> user = ask(provider, "/user", token).getBodyAsJSONObject();
            Map<String, Object> told = new HashMap<>();
            told.put("sub", subject(user));
            told.put("name", user.get("name"));
            told.putAll(address(ask(provider, "/user/emails", token).getBodyAsJSONArray()));
            return new Claims(told).assertion(provider, null);
        } catch (IOException | ParseException e) {
            throw new ApiException(ErrorCode.PROVIDER_UNAVAILABLE, e);
        }
    }

    /** GitHub tells of a code that is no good with status 200. */
    private AccessToken exchange(Provider provider, Callback callback, Journey journey)
            throws IOException, ParseException {
        Provider.Client client = provider.client();
        HTTPRequest request = new TokenRequest.Builder(
                        under(provider, "/login/oauth/access_token"),
                        new ClientSecretPost(client.id(), client.secret().orElseThrow()),
                        new AuthorizationCodeGrant(
                                new AuthorizationCode(callback.code()),
                                client.callback(),
                                new CodeVerifier(journey.verifier())))
                .build()
                .toHTTPRequest();
        request.setAccept("application/json");
        HTTPResponse answer = request.send(http);
        answer.ensureStatusCode(HTTPResponse.SC_OK);
        if (answer.getBodyAsJSONObject().containsKey("error")) {
            throw new ApiException(ErrorCode.SIGN_ON_REFUSED);
        }
        return TokenResponse.parse(answer).toSuccessResponse().getTokens().getAccessToken();
    }

    private HTTPResponse ask(Provider provider, String path, AccessToken token) throws IOException, ParseException {
        boolean isPublic =
                Preset.GITHUB.issuer().orElseThrow().equals(provider.issuer().getValue());
        URI address = isPublic ? URI.create(PUBLIC_API + path) : under(provider, "/api/v3" + path);
        HTTPRequest request = new HTTPRequest(HTTPRequest.Method.GET, address);
        request.setAuthorization(new BearerAccessToken(token.getValue()).toAuthorizationHeader());
        request.setAccept("application/vnd.github+json");
        HTTPResponse answer = request.send(http);
        answer.ensureStatusCode(HTTPResponse.SC_OK);
        return answer;
    }

    private static String subject(Map<String, Object> user) throws ParseException {
        if (!(user.get("id") instanceof Number id)) {
            throw new ParseException("A user without an id");
        }
        return String.valueOf(id.longValue());
    }

    private static Map<String, Object> address(List<?> emails) {
        return emails.stream()
                .filter(Map.class::isInstance)
                .map(email -> (Map<?, ?>) email)
                .filter(email -> Boolean.TRUE.equals(email.get("primary")) && email.get("email") instanceof String)
                .findFirst()
                .<Map<String, Object>>map(email -> Map.of(
                        "email", email.get("email"), "email_verified", Boolean.TRUE.equals(email.get("verified"))))
                .orElse(Map.of());
    }

    private static URI under(Provider provider, String path) {
        return URI.create(provider.issuer().getValue() + path);
    }
}
