package com.aichatchronicles.sessions;

import com.aichatchronicles.tokens.SigningKeys;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWK;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.text.ParseException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Makes access tokens (RFC 7519, RFC 9068 in spirit). MicroProfile JWT checks them. */
@ApplicationScoped
public class AccessTokens {
    @Inject
    SigningKeys keys;

    @Inject
    SessionsConfig config;

    @Inject
    Clock clock;

    /**
     * @param account whom the token speaks for
     * @param email the account's address
     * @param role what they may do
     * @param sessionId the session that it ends with
     * @return the signed token
     */
    public String issue(UUID account, String email, Role role, UUID sessionId) {
        SigningKeys.KeyRing ring = keys.ring();
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .keyID(ring.keyId())
                .type(JOSEObjectType.JWT)
                .build();
        JWSObject token = new JWSObject(header, new Payload(claims(account, email, role, sessionId)));
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
            JWSObject token = JWSObject.parse(text);
            JWK key = keys.ring().published().getKeyByKeyId(token.getHeader().getKeyID());
            return key != null
                    && JWSAlgorithm.RS256.equals(token.getHeader().getAlgorithm())
                    && token.verify(new RSASSAVerifier(key.toRSAKey()))
                    && token.getPayload().toJSONObject().get("exp") instanceof Number end
                    && end.longValue() <= clock.instant().getEpochSecond();
        } catch (ParseException | JOSEException e) {
            return false;
        }
    }

    private Map<String, Object> claims(UUID account, String email, Role role, UUID sessionId) {
        Instant now = clock.instant();
        return Map.ofEntries(
                Map.entry("iss", config.issuer()),
                Map.entry("aud", config.audience()),
                Map.entry("sub", account.toString()),
                Map.entry("upn", email),
                Map.entry("email", email),
                Map.entry("role", role.text()),
                Map.entry("groups", List.copyOf(role.groups())),
                Map.entry("session_id", sessionId.toString()),
                Map.entry("jti", UUID.randomUUID().toString()),
                Map.entry("iat", now.getEpochSecond()),
                Map.entry("exp", now.plus(config.accessTokenLifetime()).getEpochSecond()));
    }
}
