package com.aichatchronicles.supabase;

import static org.assertj.core.api.Assertions.assertThat;

import com.aichatchronicles.platform.errors.ErrorCode;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SupabaseTokensTest {
    private static final String SECRET = "a secret of at least thirty-two bytes";
    private static final UUID USER = UUID.randomUUID();

    private static ECKey ecKey;
    private static RSAKey rsaKey;

    private KeyServer server;

    @BeforeAll
    static void makeKeys() throws Exception {
        ecKey = new ECKeyGenerator(Curve.P_256).keyID("ec").generate();
        rsaKey = new RSAKeyGenerator(2048).keyID("rsa").generate();
    }

    @BeforeEach
    void start() throws Exception {
        server = KeyServer.start(0, ecKey.toPublicJWK(), rsaKey.toPublicJWK());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void eachKindOfSignatureIsTaken() throws Exception {
        SupabaseTokens tokens = tokens();
        JWTClaimsSet good = claims().build();

        for (String token : new String[] {
            SupabaseForge.hs256(good, SECRET), SupabaseForge.es256(good, ecKey), SupabaseForge.rs256(good, rsaKey)
        }) {
            assertThat(tokens.check(token).token().orElseThrow().user()).isEqualTo(USER);
        }
        assertThat(server.calls()).as("kept").isEqualTo(1);
    }

    @Test
    void aForeignKeyIsRefused() throws Exception {
        ECKey foreign = new ECKeyGenerator(Curve.P_256).keyID("ec").generate();

        assertInvalid(SupabaseForge.es256(claims().build(), foreign));
        assertInvalid(SupabaseForge.hs256(claims().build(), SECRET + "x"));
    }

    @Test
    void aPublicKeyIsNoSecret() throws Exception {
        JWTClaimsSet good = claims().build();
        SupabaseTokens keysAlone = tokens(server.address(), null);
        String confused = SupabaseForge.hs256(good, ecKey.toPublicJWK().toJSONString());

        assertThat(keysAlone.check(confused)).isEqualTo(Verdict.FOREIGN);
        assertInvalid(confused);
        assertThat(keysAlone.check(SupabaseForge.hs256(good, SECRET))).isEqualTo(Verdict.FOREIGN);
    }

    @Test
    void withoutKeysTheIssuerIsCheckedToo() throws Exception {
        SupabaseTokens secretAlone = tokens(null, SECRET, "https://auth.example.com/auth/v1");
        JWTClaimsSet.Builder claims = claims().issuer("https://auth.example.com/auth/v1");

        assertThat(secretAlone.check(hs256(claims)).token()).isPresent();
        assertThat(secretAlone.check(hs256(claims.audience("anon"))))
                .isEqualTo(Verdict.refused(ErrorCode.INVALID_TOKEN));
        assertThat(secretAlone.check(hs256(claims()))).isEqualTo(Verdict.FOREIGN);
        assertThat(secretAlone.check(hs256(claims().issuer(null)))).isEqualTo(Verdict.FOREIGN);
        assertThat(tokens(null, SECRET, null).check(hs256(claims()))).isEqualTo(Verdict.FOREIGN);
    }

    @Test
    void anIssuerOfItsOwnTakesThePlaceOfTheAddress() throws Exception {
        SupabaseTokens named = tokens(server.address(), SECRET, "https://auth.example.com/auth/v1");
        JWTClaimsSet.Builder claims = claims().issuer("https://auth.example.com/auth/v1");

        assertThat(named.check(SupabaseForge.es256(claims.build(), ecKey)).token())
                .isPresent();
        assertThat(named.check(SupabaseForge.es256(claims().build(), ecKey))).isEqualTo(Verdict.FOREIGN);
    }

    @Test
    void aSecretIsNoPublicKey() throws Exception {
        SupabaseTokens secretAlone = tokens(null, SECRET, server.address() + "/auth/v1");

        assertThat(secretAlone
                        .check(SupabaseForge.hs256(claims().build(), SECRET))
                        .token())
                .isPresent();
        assertThat(secretAlone.check(SupabaseForge.es256(claims().build(), ecKey)))
                .isEqualTo(Verdict.FOREIGN);
    }

    @Test
    void anUnsignedTokenIsNone() throws Exception {
        String claims = Base64URL.encode(claims().build().toString()).toString();
        String signature = SupabaseForge.hs256(claims().build(), SECRET).split("\\.")[2];

        for (String header : new String[] {"{\"alg\":\"none\"}", "{\"alg\":\"None\"}", "{}", "{\"alg\":\"HS512\"}"}) {
            assertThat(tokens().check(Base64URL.encode(header) + "." + claims + "." + signature)
                            .token())
                    .as(header)
                    .isEmpty();
            assertThat(tokens().check(Base64URL.encode(header) + "." + claims + ".")
                            .token())
                    .isEmpty();
        }
        assertThat(tokens().check("garbage")).isEqualTo(Verdict.FOREIGN);
        assertThat(tokens().check("..")).isEqualTo(Verdict.FOREIGN);
        assertThat(tokens().check("")).isEqualTo(Verdict.FOREIGN);
    }

    @Test
    void falseClaimsAreRefused() throws Exception {
        assertThat(tokens().check(hs256(claims().issuer("https://elsewhere.example/auth/v1")))
                        .token())
                .isEmpty();
        assertInvalid(hs256(claims().audience("elsewhere")));
        assertInvalid(hs256(claims().audience((String) null)));
        assertInvalid(hs256(claims().subject(null)));
        assertInvalid(hs256(claims().subject("nobody")));
        assertInvalid(hs256(claims().claim("session_id", null)));
        assertInvalid(hs256(claims().claim("session_id", "none")));
        assertInvalid(hs256(claims().claim("session_id", "none")));
        assertInvalid(hs256(claims().issueTime(null)));
        assertInvalid(hs256(claims().expirationTime(null)));
        assertInvalid(hs256(claims().notBeforeTime(Date.from(Instant.now().plusSeconds(600)))));
    }

    @Test
    void onlyPeopleAreTaken() throws Exception {
        for (String role : new String[] {"anon", "service_role", "supabase_admin", "admin", ""}) {
            assertInvalid(hs256(claims().claim("role", role)));
        }
        assertInvalid(hs256(claims().claim("role", null)));
        assertInvalid(hs256(claims().claim("is_anonymous", true)));
        assertInvalid(hs256(claims().claim("is_anonymous", "true")));
        assertThat(tokens().check(hs256(claims().claim("is_anonymous", null))).token())
                .isPresent();
    }

    @Test
    void anOldTokenHasExpired() throws Exception {
        String old = hs256(claims().expirationTime(Date.from(Instant.now().minusSeconds(60))));

        assertThat(tokens().check(old).refusal()).contains(ErrorCode.TOKEN_EXPIRED);
    }

    @Test
    void keysThatCannotBeHadAreNoFaultOfTheCaller() throws Exception {
        String token = SupabaseForge.es256(claims().build(), ecKey);
        server.say(500, "away");
        assertThat(tokens().check(token).refusal()).contains(ErrorCode.SERVICE_UNAVAILABLE);
        server.say(200, " ".repeat(KeyRetriever.MOST_BYTES) + "{\"keys\":[]}");
        assertThat(tokens().check(token).refusal()).contains(ErrorCode.SERVICE_UNAVAILABLE);
        server.say(200, "<html>");
        assertThat(tokens().check(token).refusal()).contains(ErrorCode.SERVICE_UNAVAILABLE);
        server.say(302, "");
        assertThat(tokens().check(token).refusal()).contains(ErrorCode.SERVICE_UNAVAILABLE);
        server.drip();
        assertThat(tokens().check(token).refusal()).contains(ErrorCode.SERVICE_UNAVAILABLE);
        server.close();
        assertThat(tokens().check(token).refusal()).contains(ErrorCode.SERVICE_UNAVAILABLE);
    }

    @Test
    void keysAtHandOutlastAnOutage() throws Exception {
        SupabaseTokens tokens = tokens();
        assertThat(tokens.check(SupabaseForge.es256(claims().build(), ecKey)).token())
                .isPresent();
        server.say(500, "away");

        assertThat(tokens.check(SupabaseForge.rs256(claims().build(), rsaKey)).token())
                .isPresent();
    }

    @Test
    void aNewKeyIsFoundAndManyStrangeOnesAskNobodyTooOften() throws Exception {
        ECKey next = new ECKeyGenerator(Curve.P_256).keyID("next").generate();
        SupabaseTokens tokens = tokens();
        assertThat(tokens.check(SupabaseForge.es256(claims().build(), ecKey)).token())
                .isPresent();
        server.publish(ecKey.toPublicJWK(), next.toPublicJWK());

        assertThat(tokens.check(SupabaseForge.es256(claims().build(), next)).token())
                .isPresent();
        for (int i = 0; i < 50; i++) {
            ECKey strange = new ECKeyGenerator(Curve.P_256).keyID("strange" + i).generate();
            assertThat(tokens.check(SupabaseForge.es256(claims().build(), strange))
                            .token())
                    .isEmpty();
        }
        assertThat(server.calls()).isLessThan(5);
    }

    private void assertInvalid(String token) {
        assertThat(tokens().check(token)).isEqualTo(Verdict.refused(ErrorCode.INVALID_TOKEN));
    }

    private String hs256(JWTClaimsSet.Builder claims) throws Exception {
        return SupabaseForge.hs256(claims.build(), SECRET);
    }

    private JWTClaimsSet.Builder claims() {
        return SupabaseForge.claims(server.address(), USER);
    }

    private SupabaseTokens tokens() {
        return tokens(server.address(), SECRET);
    }

    private static SupabaseTokens tokens(String url, String secret) {
        return tokens(url, secret, null);
    }

    private static SupabaseTokens tokens(String url, String secret, String issuer) {
        SupabaseTokens tokens = new SupabaseTokens();
        tokens.config = new SupabaseConfig();
        tokens.config.url = Optional.ofNullable(url);
        tokens.config.secret = Optional.ofNullable(secret);
        tokens.config.issuer = Optional.ofNullable(issuer);
        tokens.prepare();
        return tokens;
    }
}
