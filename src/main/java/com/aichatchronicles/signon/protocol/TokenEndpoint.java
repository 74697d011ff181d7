package com.aichatchronicles.signon.protocol;

import com.aichatchronicles.platform.errors.ApiException;
import com.aichatchronicles.platform.errors.ErrorCode;
import com.aichatchronicles.signon.providers.Provider;
import com.aichatchronicles.signon.providers.ProviderHttp;
import com.nimbusds.oauth2.sdk.AuthorizationGrant;
import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.List;

/** Exchanges codes and refresh tokens of a provider for its tokens (RFC 6749, section 4.1.3 and 6). */
@ApplicationScoped
public class TokenEndpoint {
    private static final System.Logger LOG = System.getLogger(TokenEndpoint.class.getName());

    @Inject
    ProviderHttp http;

    /**
     * @return the tokens, none of them checked yet
     * @throws ApiException SIGN_ON_REFUSED for a grant that is not good (any more); PROVIDER_UNAVAILABLE if the
     *     provider can't be asked, or does not know us
     */
    OIDCTokens exchange(Provider provider, OIDCProviderMetadata metadata, AuthorizationGrant grant) {
        try {
            HTTPResponse answer =
                    request(provider, metadata, grant).toHTTPRequest().send(http);
            TokenResponse parsed = OIDCTokenResponseParser.parse(answer);
            if (parsed instanceof OIDCTokenResponse tokens) {
                return tokens.getOIDCTokens();
            }
            throw refusal(
                    provider, answer.getStatusCode(), parsed.toErrorResponse().getErrorObject());
        } catch (IOException | ParseException e) {
            LOG.log(Level.WARNING, "No tokens from the provider {0}: {1}", provider.name(), e.getMessage());
            throw new ApiException(ErrorCode.PROVIDER_UNAVAILABLE, e);
        }
    }

    private static TokenRequest request(Provider provider, OIDCProviderMetadata metadata, AuthorizationGrant grant) {
        Provider.Client client = provider.client();
        if (client.secret().isEmpty()) {
            return new TokenRequest.Builder(metadata.getTokenEndpointURI(), client.id(), grant).build();
        }
        Secret secret = client.secret().get();
        List<ClientAuthenticationMethod> methods = metadata.getTokenEndpointAuthMethods();
        boolean inBody = methods != null
                && !methods.contains(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                && methods.contains(ClientAuthenticationMethod.CLIENT_SECRET_POST);
        return new TokenRequest.Builder(
                        metadata.getTokenEndpointURI(),
                        inBody ? new ClientSecretPost(client.id(), secret) : new ClientSecretBasic(client.id(), secret),
                        grant)
                .build();
    }

    private static ApiException refusal(Provider provider, int status, ErrorObject error) {
        if (status < 500 && OAuth2Error.INVALID_GRANT.equals(error)) {
            return new ApiException(ErrorCode.SIGN_ON_REFUSED);
        }
        LOG.log(Level.WARNING, "The provider {0} refuses us: status {1}", provider.name(), status);
        return new ApiException(ErrorCode.PROVIDER_UNAVAILABLE);
    }
}
