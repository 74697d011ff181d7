package com.aichatchronicles.signon;

import com.aichatchronicles.testing.TestProvider;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tokens as providers make them, and what they say of them. */
final class Tokens {
    private Tokens() {}

    /** @return a text that is too long for an index of the database, however it is compressed */
    static String endless() {
        return Stream.generate(() -> UUID.randomUUID().toString()).limit(200).collect(Collectors.joining());
    }

    /** @return signed with the key of the provider */
    static String signed(TestProvider provider, JWTClaimsSet claims) {
        return signed(provider.key(), claims);
    }

    static String signed(RSAKey key, JWTClaimsSet claims) {
        try {
            SignedJWT token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .keyID(key.getKeyID())
                            .build(),
                    claims);
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @return the answer of a token endpoint */
    static String answer(String idToken, String refreshToken) {
        JsonObjectBuilder answer = Json.createObjectBuilder()
                .add("access_token", "opaque")
                .add("token_type", "Bearer")
                .add("id_token", idToken);
        if (refreshToken != null) {
            answer.add("refresh_token", refreshToken);
        }
        return answer.build().toString();
    }
}
