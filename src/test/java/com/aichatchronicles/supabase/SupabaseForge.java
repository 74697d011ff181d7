package com.aichatchronicles.supabase;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;

/** Makes tokens like those of Supabase. */
final class SupabaseForge {
    private SupabaseForge() {}

    /** @return the claims of a good token, to be changed */
    static JWTClaimsSet.Builder claims(String project, UUID user) {
        Instant now = Instant.now();
        return new JWTClaimsSet.Builder()
                .issuer(project + "/auth/v1")
                .audience("authenticated")
                .subject(user.toString())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(3600)))
                .claim("email", "whatever@example.org")
                .claim("role", "authenticated")
                .claim("aal", "aal1")
                .claim("is_anonymous", false)
                .claim("session_id", UUID.randomUUID().toString());
    }

    static String hs256(JWTClaimsSet claims, String secret) throws JOSEException {
        return sign(
                new JWSHeader.Builder(JWSAlgorithm.HS256).build(),
                claims,
                new MACSigner(secret.getBytes(StandardCharsets.UTF_8)));
    }

    static String es256(JWTClaimsSet claims, ECKey key) throws JOSEException {
        return sign(
                new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(key.getKeyID()).build(), claims, new ECDSASigner(key));
    }

    static String rs256(JWTClaimsSet claims, RSAKey key) throws JOSEException {
        return sign(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(), claims, new RSASSASigner(key));
    }

    private static String sign(JWSHeader header, JWTClaimsSet claims, JWSSigner signer) throws JOSEException {
        SignedJWT token = new SignedJWT(header, claims);
        token.sign(signer);
        return token.serialize();
    }
}
