package com.aichatchronicles.tokens;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The key pairs in the database. */
@Stateless
public class SigningKeyService {
    /** A key signs for this long, then a new one takes over. */
    static final Duration SIGNING = Duration.ofDays(90);

    /** A new key is published this long before it signs, so that every server knows it by then. */
    static final Duration ANNOUNCEMENT = Duration.ofMinutes(5);

    private static final Duration KEPT = SIGNING.plusDays(1);
    private static final int ONE_MAKER = 7_103_001; // any number that names this advisory lock and no other

    @PersistenceContext
    EntityManager entities;

    /**
     * Makes the first key, or the next one when the newest is old; of several servers one does it.
     *
     * @param now the present time
     * @return the keys that tokens may be signed with, newest first, never empty
     */
    public List<SigningKey> current(Instant now) {
        List<SigningKey> keys = all(now);
        if (!isDue(keys, now)) {
            return keys;
        }
        entities.createNativeQuery("SELECT pg_advisory_xact_lock(?1)")
                .setParameter(1, ONE_MAKER)
                .getSingleResult();
        if (isDue(all(now), now)) {
            entities.persist(generate(now));
            entities.flush();
        }
        return all(now);
    }

    private List<SigningKey> all(Instant now) {
        List<SigningKey> keys = entities.createNamedQuery(SigningKey.ALL, SigningKey.class)
                .setMaxResults(10)
                .getResultList();
        return keys.stream()
                .filter(key -> key.createdAt().plus(KEPT).isAfter(now))
                .toList();
    }

    private static boolean isDue(List<SigningKey> keys, Instant now) {
        return keys.isEmpty() || keys.get(0).createdAt().plus(SIGNING).isBefore(now);
    }

    private static SigningKey generate(Instant now) {
        try {
            RSAKey pair = new RSAKeyGenerator(2048)
                    .keyID(UUID.randomUUID().toString())
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.RS256)
                    .generate();
            return new SigningKey(pair.getKeyID(), pair.toJSONString(), now);
        } catch (JOSEException e) {
            throw new IllegalStateException("Every Java platform has RSA", e);
        }
    }
}
