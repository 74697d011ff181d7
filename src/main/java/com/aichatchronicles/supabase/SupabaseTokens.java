package com.aichatchronicles.supabase;

import com.aichatchronicles.platform.errors.ErrorCode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSKeySelector;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.proc.SingleKeyJWSKeySelector;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import com.nimbusds.jwt.proc.ExpiredJWTException;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.net.MalformedURLException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import javax.crypto.spec.SecretKeySpec;

/** Checks tokens of Supabase (RFC 7519, RFC 8725): each algorithm with the one key that is for it. */
@ApplicationScoped
public class SupabaseTokens {
    private static final System.Logger LOG = System.getLogger(SupabaseTokens.class.getName());
    private static final String AUDIENCE = "authenticated";
    private static final long KEYS_KEPT = Duration.ofMinutes(10).toMillis();
    private static final long KEYS_KEPT_IN_OUTAGE = Duration.ofHours(4).toMillis();
    private static final long LEAST_PAUSE = Duration.ofSeconds(10).toMillis();
    private static final int SKEW_SECONDS = 5;

    @Inject
    SupabaseConfig config;

    private final Map<JWSAlgorithm, DefaultJWTProcessor<SecurityContext>> processors = new HashMap<>();

    @PostConstruct
    void prepare() {
        if (!config.isOn()) {
            return;
        }
        config.secret()
                .map(text -> new SecretKeySpec(text.getBytes(StandardCharsets.UTF_8), "HmacSHA256"))
                .ifPresent(key -> add(JWSAlgorithm.HS256, new SingleKeyJWSKeySelector<>(JWSAlgorithm.HS256, key)));
        config.keys().map(SupabaseTokens::keys).ifPresent(keys -> {
            add(JWSAlgorithm.RS256, new JWSVerificationKeySelector<>(JWSAlgorithm.RS256, keys));
            add(JWSAlgorithm.ES256, new JWSVerificationKeySelector<>(JWSAlgorithm.ES256, keys));
        });
    }

    /**
     * @param text what stood in a request
     * @return what it says, or why it is not good
     */
    Verdict check(String text) {
        try {
            SignedJWT token = SignedJWT.parse(text);
            DefaultJWTProcessor<SecurityContext> processor =
                    processors.get(token.getHeader().getAlgorithm());
            if (processor == null || !isOurs(token.getJWTClaimsSet())) {
                return Verdict.FOREIGN; // nor asks anybody for a key that nobody of Supabase has
            }
            return SupabaseToken.of(processor.process(token, null))
                    .map(Verdict::good)
                    .orElse(Verdict.refused(ErrorCode.INVALID_TOKEN));
        } catch (ParseException e) {
            return Verdict.FOREIGN;
        } catch (ExpiredJWTException e) {
            return Verdict.refused(ErrorCode.TOKEN_EXPIRED);
        } catch (KeySourceException e) {
            LOG.log(Level.WARNING, "The keys of Supabase cannot be had: {0}", e.getMessage());
            return Verdict.refused(ErrorCode.SERVICE_UNAVAILABLE);
        } catch (BadJOSEException | JOSEException e) {
            return Verdict.refused(ErrorCode.INVALID_TOKEN);
        }
    }

    private boolean isOurs(JWTClaimsSet claims) {
        return config.issuer()
                .filter(issuer -> issuer.equals(claims.getIssuer()))
                .isPresent();
    }

    private void add(JWSAlgorithm algorithm, JWSKeySelector<SecurityContext> keys) {
        JWTClaimsSet exact = new JWTClaimsSet.Builder()
                .issuer(config.issuer().orElseThrow())
                .claim("role", AUDIENCE)
                .build();
        DefaultJWTClaimsVerifier<SecurityContext> claims =
                new DefaultJWTClaimsVerifier<>(AUDIENCE, exact, Set.of("sub", "exp", "iat", "session_id"));
        claims.setMaxClockSkew(SKEW_SECONDS);
        DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
        processor.setJWSKeySelector(keys);
        processor.setJWTClaimsSetVerifier(claims);
        processors.put(algorithm, processor);
    }

    /** Looked up when the first token comes, kept, and asked for anew where a token names a key that is not there. */
    private static JWKSource<SecurityContext> keys(String address) {
        try {
            return JWKSourceBuilder.create(URI.create(address).toURL(), new KeyRetriever())
                    .cache(KEYS_KEPT, KeyRetriever.PATIENCE.toMillis() * 2)
                    .refreshAheadCache(false)
                    .rateLimited(LEAST_PAUSE)
                    .outageTolerant(KEYS_KEPT_IN_OUTAGE)
                    .build();
        } catch (MalformedURLException e) {
            throw new IllegalStateException("The start has checked SUPABASE_URL", e);
        }
    }
}
