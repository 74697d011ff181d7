package com.aichatchronicles.accounts;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.text.ParseException;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;

/** Makes access tokens (RFC 7519, RFC 9068 in spirit). MicroProfile JWT checks them. */
@ApplicationScoped
public class AccessTokens {
    @Inject
    SigningKeys keys;

    @Inject
    AccountsConfig config;

    @Inject
    Clock clock;

    /**
     * @param user whom the token speaks for
     * @param sessionId the session that it ends with
     * @return the signed token
     */
    public String issue(UserView user, UUID sessionId) {
        SigningKeys.KeyRing ring = keys.ring();
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .keyID(ring.keyId())
                .type(JOSEObjectType.JWT)
                .build();
        SignedJWT token = new SignedJWT(header, claims(user, sessionId, clock.instant()));
        try {
            token.sign(ring.signer());
        } catch (JOSEException e) {
            throw new IllegalStateException("The signing key refuses to sign", e);
        }
        return token.serialize();
    }

    /**
     * Tells why a token that MicroProfile JWT refused is not good.
     *
     * @param text what stood in the request
     * @return whether it is ours in every respect, only too old
     */
    public boolean hasExpired(String text) {
        try {
            SignedJWT token = SignedJWT.parse(text);
            JWK key = keys.ring().published().getKeyByKeyId(token.getHeader().getKeyID());
            return key != null
                    && JWSAlgorithm.RS256.equals(token.getHeader().getAlgorithm())
                    && token.verify(new RSASSAVerifier(key.toRSAKey()))
                    && token.getJWTClaimsSet().getExpirationTime() != null
                    && token.getJWTClaimsSet().getExpirationTime().toInstant().isBefore(clock.instant());
        } catch (ParseException | JOSEException e) {
            return false;
        }
    }

    private JWTClaimsSet claims(UserView user, UUID sessionId, Instant now) {
        Role role = Role.of(user.role());
        return new JWTClaimsSet.Builder()
                .issuer(config.issuer())
                .audience(config.audience())
                .subject(user.id().toString())
                .claim("upn", user.email())
                .claim("email", user.email())
                .claim("role", role.text())
                .claim("groups", List.copyOf(role.groups()))
                .claim("session_id", sessionId.toString())
                .jwtID(UUID.randomUUID().toString())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(config.accessTokenLifetime())))
                .build();
    }
}
