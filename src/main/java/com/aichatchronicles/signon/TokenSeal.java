package com.aichatchronicles.signon;

import com.aichatchronicles.signon.providers.Assertion;
import com.aichatchronicles.signon.providers.Provider;
import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.DirectDecrypter;
import com.nimbusds.jose.crypto.DirectEncrypter;
import com.nimbusds.oauth2.sdk.token.RefreshToken;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.text.ParseException;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Keeps the refresh tokens of providers from those who read the database: encrypted (JWE, AES-256-GCM) with a key made
 * of the client secret, without which the token is of no use to anybody anyway. Another client secret makes the stored
 * ones unreadable; their owners sign in again.
 */
@ApplicationScoped
public class TokenSeal {
    private static final JWEHeader HEADER = new JWEHeader(JWEAlgorithm.DIR, EncryptionMethod.A256GCM);
    private static final byte[] PURPOSE = "refresh tokens at rest".getBytes(StandardCharsets.US_ASCII);

    /** @return what is stored; empty where there is no token, no secret to seal it with, or no use for it */
    Optional<String> close(Provider provider, Assertion assertion) {
        RefreshToken token = assertion.refreshToken();
        if (token == null || !provider.admission().rechecks()) {
            return Optional.empty();
        }
        return key(provider).map(key -> {
            try {
                JWEObject sealed = new JWEObject(HEADER, new Payload(assertion.subject() + '\n' + token.getValue()));
                sealed.encrypt(new DirectEncrypter(key));
                return sealed.serialize();
            } catch (JOSEException e) {
                throw new IllegalStateException("A key of 256 bits does not encrypt", e);
            }
        });
    }

    /** @return the token, empty if it was sealed with another key or for somebody else */
    Optional<RefreshToken> open(Provider provider, String subject, String stored) {
        Optional<byte[]> key = key(provider);
        if (stored == null || key.isEmpty()) {
            return Optional.empty();
        }
        try {
            JWEObject sealed = JWEObject.parse(stored);
            sealed.decrypt(new DirectDecrypter(key.get()));
            String content = sealed.getPayload().toString();
            return content.startsWith(subject + '\n')
                    ? Optional.of(new RefreshToken(content.substring(subject.length() + 1)))
                    : Optional.empty();
        } catch (ParseException | JOSEException e) {
            return Optional.empty();
        }
    }

    private static Optional<byte[]> key(Provider provider) {
        return provider.client().secret().map(secret -> {
            try {
                Mac mac = Mac.getInstance("HmacSHA256");
                mac.init(new SecretKeySpec(secret.getValue().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
                return mac.doFinal(PURPOSE);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("Every Java platform has HmacSHA256", e);
            }
        });
    }
}
