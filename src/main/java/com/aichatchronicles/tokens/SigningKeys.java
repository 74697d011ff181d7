package com.aichatchronicles.tokens;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.text.ParseException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/**
 * The keys as this server holds them: one that signs, and all whose public half verifies. Looked up anew each minute.
 */
@Startup
@Singleton
@DependsOn("SchemaMigration")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SigningKeys {
    private static final System.Logger LOG = System.getLogger(SigningKeys.class.getName());

    @Inject
    SigningKeyService stored;

    @Inject
    Clock clock;

    private volatile KeyRing ring;

    /**
     * @param keyId of the key that signs
     * @param signer signs with it
     * @param published the public halves of all keys
     */
    public record KeyRing(String keyId, JWSSigner signer, JWKSet published) {}

    @PostConstruct
    void load() {
        Instant now = clock.instant();
        List<SigningKey> keys = stored.current(now);
        SigningKey signing = keys.stream()
                .filter(key ->
                        key.createdAt().plus(SigningKeyService.ANNOUNCEMENT).isBefore(now))
                .findFirst()
                .orElse(keys.get(keys.size() - 1));
        RSAKey pair = parse(signing);
        JWKSet published = new JWKSet(keys.stream()
                .map(SigningKeys::parse)
                .map(RSAKey::toPublicJWK)
                .map(JWK.class::cast)
                .toList());
        ring = new KeyRing(pair.getKeyID(), signer(pair), published);
        VerificationKeySource.publish(published.toString());
    }

    @Schedule(hour = "*", minute = "*", persistent = false)
    void reload() {
        try {
            load();
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "The signing keys cannot be looked up, the ones at hand stay: {0}", e.getMessage());
        }
    }

    /** @return the keys as of the last look-up */
    public KeyRing ring() {
        return ring;
    }

    private static RSAKey parse(SigningKey key) {
        try {
            return RSAKey.parse(key.privateJwk());
        } catch (ParseException e) {
            throw new IllegalStateException("chronicles.signing_keys holds what is no RSA key", e);
        }
    }

    private static JWSSigner signer(RSAKey pair) {
        try {
            return new RSASSASigner(pair);
        } catch (JOSEException e) {
            throw new IllegalStateException("chronicles.signing_keys holds a key that can't sign", e);
        }
    }
}
