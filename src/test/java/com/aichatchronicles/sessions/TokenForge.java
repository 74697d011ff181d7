package com.aichatchronicles.sessions;

import com.aichatchronicles.testing.Member;
import com.aichatchronicles.testing.Sql;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;

/**
 * Makes access tokens like those of the server, with its own key taken from the database.
 *
 * @param key the key pair that signed a member's token
 * @param good the claims of that token
 */
record TokenForge(RSAKey key, JWTClaimsSet good) {
    static TokenForge of(Member member) throws Exception {
        SignedJWT issued = SignedJWT.parse(member.token());
        String jwk = Sql.text(
                "SELECT private_jwk FROM chronicles.signing_keys WHERE id = ?",
                issued.getHeader().getKeyID());
        return new TokenForge(RSAKey.parse(jwk), issued.getJWTClaimsSet());
    }

    /** @return the good claims, to be changed */
    JWTClaimsSet.Builder changed() {
        return new JWTClaimsSet.Builder(good);
    }

    /** @return a token of those claims with the server's signature */
    String sign(JWTClaimsSet claims) throws Exception {
        return sign(claims, key);
    }

    /** @return a token of those claims with the signature of any key */
    static String sign(JWTClaimsSet claims, RSAKey key) throws Exception {
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(), claims);
        token.sign(new RSASSASigner(key));
        return token.serialize();
    }

    /** @return a token of the good claims, signed with a secret instead of the key */
    String hs256(byte[] secret) throws Exception {
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(key.getKeyID()).build(), good);
        token.sign(new MACSigner(secret));
        return token.serialize();
    }
}
