package com.aichatchronicles.signon;

import com.aichatchronicles.testing.Member;
import com.aichatchronicles.testing.TestProvider;
import com.nimbusds.jwt.JWTClaimsSet;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;

/**
 * Somebody with an account at a provider.
 *
 * @param subject by which it knows them
 * @param email which it has verified
 */
record Person(String subject, String email) {
    static Person anybody() {
        return new Person(UUID.randomUUID().toString(), Member.newEmail());
    }

    /** @return what an honest provider says of them now, to be changed by those who lie */
    JWTClaimsSet.Builder claims(TestProvider provider, String nonce) {
        Instant now = Instant.now();
        return new JWTClaimsSet.Builder()
                .issuer(provider.issuer())
                .audience(TestProvider.CLIENT)
                .subject(subject)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(300)))
                .claim("nonce", nonce)
                .claim("email", email)
                .claim("email_verified", true)
                .claim("name", "Ada Lovelace");
    }
}
