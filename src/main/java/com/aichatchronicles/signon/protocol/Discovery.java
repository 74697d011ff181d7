package com.aichatchronicles.signon.protocol;

import com.aichatchronicles.platform.errors.ApiException;
import com.aichatchronicles.platform.errors.ErrorCode;
import com.aichatchronicles.signon.providers.Provider;
import com.aichatchronicles.signon.providers.ProviderHttp;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderConfigurationRequest;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What providers publish about themselves (OpenID Connect Discovery 1.0), kept for an hour; that one could not be asked
 * is kept for a few seconds, so that callers don't queue up behind a provider that is slow.
 */
@ApplicationScoped
public class Discovery {
    private static final System.Logger LOG = System.getLogger(Discovery.class.getName());
    private static final Duration KEPT = Duration.ofHours(1);
    private static final Duration FAILURE_KEPT = Duration.ofSeconds(5);
    private static final long KEYS_KEPT = Duration.ofMinutes(15).toMillis();
    private static final long KEYS_AWAITED = Duration.ofSeconds(6).toMillis();
    private static final long KEYS_INTERVAL = Duration.ofSeconds(30).toMillis();
    private static final int MOST = 1000;

    @Inject
    ProviderHttp http;

    private final LoadingCache<Provider, Optional<Published>> known = Caffeine.newBuilder()
            .maximumSize(MOST)
            .expireAfter(Expiry.<Provider, Optional<Published>>creating(
                    (provider, published) -> published.isPresent() ? KEPT : FAILURE_KEPT))
            .build(this::ask);

    /**
     * What a provider publishes.
     *
     * @param metadata its endpoints
     * @param keys with which it signs; asked for again when a token names an unknown one, twice in half a minute at
     *     most
     */
    record Published(OIDCProviderMetadata metadata, JWKSource<SecurityContext> keys) {}

    /**
     * @param provider one that speaks OpenID Connect
     * @return what it publishes
     * @throws ApiException PROVIDER_UNAVAILABLE if it can't be asked, or says something else than what is configured
     */
    Published find(Provider provider) {
        return known.get(provider).orElseThrow(() -> new ApiException(ErrorCode.PROVIDER_UNAVAILABLE));
    }

    private Optional<Published> ask(Provider provider) {
        try {
            HTTPResponse answer = new OIDCProviderConfigurationRequest(provider.issuer())
                    .toHTTPRequest()
                    .send(http);
            answer.ensureStatusCode(HTTPResponse.SC_OK);
            OIDCProviderMetadata metadata = OIDCProviderMetadata.parse(answer.getBodyAsJSONObject());
            require(metadata.getIssuer().equals(provider.issuer()), "it names another issuer");
            requireEndpoints(provider, metadata);
            return Optional.of(new Published(metadata, keys(metadata.getJWKSetURI())));
        } catch (IOException | ParseException | IllegalArgumentException e) {
            LOG.log(Level.WARNING, "The provider {0} can not be used: {1}", provider.name(), e.getMessage());
            return Optional.empty();
        }
    }

    private JWKSource<SecurityContext> keys(URI address) throws IOException {
        return JWKSourceBuilder.create(address.toURL(), http)
                .cache(KEYS_KEPT, KEYS_AWAITED)
                .refreshAheadCache(false)
                .rateLimited(KEYS_INTERVAL)
                .build();
    }

    private static void requireEndpoints(Provider provider, OIDCProviderMetadata metadata) {
        boolean usable = Stream.of(
                                metadata.getAuthorizationEndpointURI(),
                                metadata.getTokenEndpointURI(),
                                metadata.getJWKSetURI())
                        .allMatch(endpoint -> endpoint != null && ProviderHttp.isEndpoint(endpoint, provider.issuer()))
                && Optional.ofNullable(metadata.getUserInfoEndpointURI())
                        .map(endpoint -> ProviderHttp.isEndpoint(endpoint, provider.issuer()))
                        .orElse(true);
        require(usable, "it lacks an endpoint with HTTPS");
    }

    private static void require(boolean right, String complaint) {
        if (!right) {
            throw new IllegalArgumentException(complaint);
        }
    }
}
