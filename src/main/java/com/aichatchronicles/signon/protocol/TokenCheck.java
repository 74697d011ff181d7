package com.aichatchronicles.signon.protocol;

import com.aichatchronicles.platform.errors.ApiException;
import com.aichatchronicles.platform.errors.ErrorCode;
import com.aichatchronicles.signon.providers.Provider;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSKeySelector;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import com.nimbusds.openid.connect.sdk.validators.LogoutTokenValidator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.text.ParseException;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Checks the tokens of providers: signature with an asymmetric key of theirs, issuer, audience, time and nonce. */
@ApplicationScoped
public class TokenCheck {
    private static final System.Logger LOG = System.getLogger(TokenCheck.class.getName());
    private static final int SKEW_SECONDS = 60;

    /** None that is signed with a shared secret, and none that is not signed. */
    private static final Set<JWSAlgorithm> ALGORITHMS = Set.of(
            JWSAlgorithm.RS256,
            JWSAlgorithm.RS384,
            JWSAlgorithm.RS512,
            JWSAlgorithm.PS256,
            JWSAlgorithm.PS384,
            JWSAlgorithm.PS512,
            JWSAlgorithm.ES256,
            JWSAlgorithm.ES384,
            JWSAlgorithm.ES512);

    @Inject
    Clock clock;

    /** Checks a token and says what is in it. */
    @FunctionalInterface
    private interface Check {
        Map<String, Object> claims() throws BadJOSEException, JOSEException, ParseException;
    }

    /**
     * @param nonce what it must hold; null for one that a refresh gave
     * @return what the token says
     * @throws ApiException SIGN_ON_REFUSED; PROVIDER_UNAVAILABLE if the keys can't be had
     */
    Claims idToken(Provider provider, Discovery.Published published, JWT token, Nonce nonce) {
        IDTokenValidator validator =
                new IDTokenValidator(provider.issuer(), provider.client().id(), keys(published), null);
        validator.setMaxClockSkew(SKEW_SECONDS);
        Claims claims = checked(
                provider,
                ErrorCode.SIGN_ON_REFUSED,
                () -> validator.validate(token, nonce).toJSONObject());
        requireMadeForUs(provider, claims);
        requireNames(claims, ErrorCode.SIGN_ON_REFUSED, "sub");
        return claims;
    }

    /**
     * @param text a logout token (OpenID Connect Back-Channel Logout 1.0, section 2.4)
     * @return what it says; whether it was used before is not looked at
     * @throws ApiException LOGOUT_TOKEN_INVALID; PROVIDER_UNAVAILABLE if the keys can't be had
     */
    Logout logoutToken(Provider provider, Discovery.Published published, String text) {
        // Not all give it its type, which is recommended only.
        LogoutTokenValidator validator =
                new LogoutTokenValidator(provider.issuer(), provider.client().id(), false, keys(published), null);
        validator.setMaxClockSkew(SKEW_SECONDS);
        Claims claims = checked(
                provider,
                ErrorCode.LOGOUT_TOKEN_INVALID,
                () -> validator.validate(JWTParser.parse(text)).toJSONObject());
        long now = clock.instant().getEpochSecond();
        long age = now - claims.seconds("iat");
        boolean over = claims.has("exp") && claims.seconds("exp") + SKEW_SECONDS < now;
        if (over || age > Logout.LIFETIME_SECONDS || age < -SKEW_SECONDS) {
            throw new ApiException(ErrorCode.LOGOUT_TOKEN_INVALID);
        }
        // Of whom it is silent, all are meant: a name that is empty must not count as none.
        requireNames(claims, ErrorCode.LOGOUT_TOKEN_INVALID, claims.has("sub") ? "sub" : "sid", "jti");
        return new Logout(provider.issuer().getValue(), claims.text("jti"), claims.text("sub"), claims.text("sid"));
    }

    private static Claims checked(Provider provider, ErrorCode refusal, Check check) {
        try {
            return new Claims(check.claims());
        } catch (BadJOSEException | ParseException e) {
            LOG.log(Level.WARNING, "A token of the provider {0} is refused: {1}", provider.name(), e.getMessage());
            throw new ApiException(refusal, e);
        } catch (JOSEException e) {
            LOG.log(Level.WARNING, "No keys from the provider {0}: {1}", provider.name(), e.getMessage());
            throw new ApiException(ErrorCode.PROVIDER_UNAVAILABLE, e);
        }
    }

    /** A token for several must say that it was made for us (Core, section 3.1.3.7). */
    private static void requireMadeForUs(Provider provider, Claims claims) {
        String party = claims.text("azp");
        boolean right = party == null
                ? claims.texts("aud").size() == 1
                : party.equals(provider.client().id().getValue());
        if (!right) {
            throw new ApiException(ErrorCode.SIGN_ON_REFUSED);
        }
    }

    /** The session may be left out; all others must be there, and everything must be something to be known by. */
    private static void requireNames(Claims claims, ErrorCode refusal, String... needed) {
        boolean right = Stream.of(needed).allMatch(claims::isName) && (!claims.has("sid") || claims.isName("sid"));
        if (!right) {
            throw new ApiException(refusal);
        }
    }

    private static JWSKeySelector<SecurityContext> keys(Discovery.Published published) {
        return new JWSVerificationKeySelector<>(ALGORITHMS, published.keys());
    }
}
