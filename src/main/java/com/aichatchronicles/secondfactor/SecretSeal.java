package com.aichatchronicles.secondfactor;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.DirectDecrypter;
import com.nimbusds.jose.crypto.DirectEncrypter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.text.ParseException;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/**
 * Keeps the secrets of authenticators from those who read the database: encrypted (JWE, AES-256-GCM) where {@code
 * SECOND_FACTOR_KEY} is set. Without it they stand there as they are, as in most systems; those stored before the key
 * was set stay readable.
 */
@ApplicationScoped
public class SecretSeal {
    private static final JWEHeader HEADER = new JWEHeader(JWEAlgorithm.DIR, EncryptionMethod.A256GCM);

    @Inject
    SecondFactorConfig config;

    /** @return the secret as it is stored, good for that account alone */
    String close(UUID account, String secret) {
        Optional<byte[]> key = key();
        if (key.isEmpty()) {
            return secret;
        }
        JWEObject sealed = new JWEObject(HEADER, new Payload(account + " " + secret));
        try {
            sealed.encrypt(new DirectEncrypter(key.get()));
        } catch (JOSEException e) {
            throw new IllegalStateException("SECOND_FACTOR_KEY is no key of AES-256", e);
        }
        return sealed.serialize();
    }

    /** @return the secret behind what {@link #close} made for the same account */
    String open(UUID account, String stored) {
        if (!stored.contains(".")) {
            return stored;
        }
        byte[] key = key().orElseThrow(() -> new IllegalStateException("SECOND_FACTOR_KEY is not set any more"));
        try {
            JWEObject sealed = JWEObject.parse(stored);
            sealed.decrypt(new DirectDecrypter(key));
            String[] parts = sealed.getPayload().toString().split(" ");
            if (!parts[0].equals(account.toString())) {
                throw new IllegalStateException("The secret of another account");
            }
            return parts[1];
        } catch (ParseException | JOSEException e) {
            throw new IllegalStateException("SECOND_FACTOR_KEY is not the key that secrets were stored with", e);
        }
    }

    private Optional<byte[]> key() {
        return config.secondFactorKey().map(Base64.getDecoder()::decode);
    }
}
