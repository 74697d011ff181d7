package com.aichatchronicles.tokens;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPublicKey;
import java.text.ParseException;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The signature of an access token (RS256, 2048 bits): what Liberty checks for each call of somebody signed in. */
@State(Scope.Benchmark)
public class TokenBenchmark {
    private RSASSAVerifier verifier;
    private String token;

    @Setup
    public void sign() throws GeneralSecurityException, JOSEException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        KeyPair pair = generator.generateKeyPair();
        SignedJWT signed = new SignedJWT(
                new JWSHeader(JWSAlgorithm.RS256),
                new JWTClaimsSet.Builder()
                        .issuer("http://localhost:3001")
                        .subject("00000000-0000-7000-8000-000000000001")
                        .claim("session_id", "00000000-0000-7000-8000-000000000002")
                        .build());
        signed.sign(new RSASSASigner(pair.getPrivate()));
        verifier = new RSASSAVerifier((RSAPublicKey) pair.getPublic());
        token = signed.serialize();
    }

    @Benchmark
    public boolean check() throws ParseException, JOSEException {
        return SignedJWT.parse(token).verify(verifier);
    }
}
