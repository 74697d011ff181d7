package com.aichatchronicles.accounts;

import static com.aichatchronicles.testing.Failures.assertFailure;
import static org.assertj.core.api.Assertions.assertThat;

import com.aichatchronicles.testing.Answer;
import com.aichatchronicles.testing.Api;
import com.aichatchronicles.testing.Deployments;
import com.aichatchronicles.testing.Member;
import com.aichatchronicles.testing.Sql;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArquillianExtension.class)
class BrokenTokensIT {
    @Deployment(testable = false)
    static WebArchive war() {
        return Deployments.shippedWar();
    }

    private static final String PROTECTED = "/api/v1/auth/me";

    private Member member;
    private RSAKey key;
    private JWTClaimsSet good;

    @BeforeEach
    void signIn() throws Exception {
        member = Member.register();
        SignedJWT issued = SignedJWT.parse(member.token());
        key = RSAKey.parse(Sql.text(
                "SELECT private_jwk FROM chronicles.signing_keys WHERE id = ?",
                issued.getHeader().getKeyID()));
        good = issued.getJWTClaimsSet();
    }

    @Test
    void aTokenMadeByTheseTestsIsGood() throws Exception {
        assertThat(Api.anonymous().as(sign(good)).get(PROTECTED).status()).isEqualTo(200);
    }

    @Test
    void noTokenIsMissing() {
        assertMissing(Api.anonymous().get(PROTECTED));
        assertMissing(Api.anonymous().with("Authorization", "").get(PROTECTED));
    }

    @Test
    void whatIsNoTokenIsInvalid() {
        assertInvalid(Api.anonymous().with("Authorization", "Bearer"));
        assertInvalid(Api.anonymous().with("Authorization", "Bearer "));
        assertInvalid(Api.anonymous().as("garbage"));
        assertInvalid(Api.anonymous().as(".."));
        assertInvalid(Api.anonymous().as("e30.e30.e30"));
        assertInvalid(Api.anonymous().as("a b c"));
        assertInvalid(Api.anonymous().as("a".repeat(16_000)));
    }

    @Test
    void anotherSchemeIsInvalid() {
        String basic = Base64.getEncoder().encodeToString("a:b".getBytes(StandardCharsets.US_ASCII));

        assertInvalid(Api.anonymous().with("Authorization", "Basic " + basic));
        assertInvalid(Api.anonymous().with("Authorization", "Basic " + member.token()));
    }

    @Test
    void anUnsignedTokenIsInvalid() {
        Base64URL header = Base64URL.encode("{\"alg\":\"none\",\"kid\":\"" + key.getKeyID() + "\"}");
        String unsigned = header + "." + Base64URL.encode(good.toString()) + ".";

        assertInvalid(Api.anonymous().as(unsigned));
        assertInvalid(Api.anonymous().as(unsigned + signature(member.token())));
    }

    @Test
    void thePublicKeyIsNoSecret() throws Exception {
        RSAKey published = JWKSet.parse(
                        Api.anonymous().get("/.well-known/jwks.json").text())
                .getKeyByKeyId(key.getKeyID())
                .toRSAKey();
        String lines = Base64.getMimeEncoder(64, new byte[] {'\n'})
                .encodeToString(published.toRSAPublicKey().getEncoded());
        String pem = "-----BEGIN PUBLIC KEY-----\n" + lines + "\n-----END PUBLIC KEY-----\n";

        assertInvalid(Api.anonymous().as(hs256(pem.getBytes(StandardCharsets.US_ASCII))));
        assertInvalid(Api.anonymous().as(hs256(pem.strip().getBytes(StandardCharsets.US_ASCII))));
        assertInvalid(Api.anonymous().as(hs256(published.getModulus().decode())));
        assertInvalid(Api.anonymous().as(hs256(published.toRSAPublicKey().getEncoded())));
        assertInvalid(Api.anonymous().as(hs256(published.toJSONString().getBytes(StandardCharsets.UTF_8))));
    }

    @Test
    void anOldTokenHasExpired() throws Exception {
        for (int seconds : new int[] {30, 3600}) {
            Date past = Date.from(Instant.now().minusSeconds(seconds));

            Answer answer = Api.anonymous()
                    .as(sign(changed().expirationTime(past).build()))
                    .get(PROTECTED);

            assertFailure(answer, 401, "TOKEN_EXPIRED", "The access token has expired");
            assertThat(answer.header("WWW-Authenticate"))
                    .isEqualTo("Bearer realm=\"aichatchronicles\", error=\"invalid_token\","
                            + " error_description=\"The access token has expired\"");
        }
    }

    @Test
    void aTokenWithoutAnEndIsInvalid() throws Exception {
        assertInvalid(Api.anonymous().as(sign(changed().expirationTime(null).build())));
    }

    @Test
    void aTokenOfTheFutureIsInvalid() throws Exception {
        Date future = Date.from(Instant.now().plusSeconds(3600));

        assertInvalid(Api.anonymous().as(sign(changed().notBeforeTime(future).build())));
    }

    @Test
    void anotherIssuerOrAudienceIsInvalid() throws Exception {
        assertInvalid(Api.anonymous()
                .as(sign(changed().issuer("https://elsewhere.example.org").build())));
        assertInvalid(Api.anonymous().as(sign(changed().issuer(null).build())));
        assertInvalid(Api.anonymous().as(sign(changed().audience("elsewhere").build())));
        assertInvalid(Api.anonymous().as(sign(changed().audience((String) null).build())));
    }

    @Test
    void editedClaimsAreInvalid() {
        String[] parts = member.token().split("\\.");
        JWTClaimsSet edited = changed().claim("role", "admin").build();
        String forged = parts[0] + "." + Base64URL.encode(edited.toString()) + "." + parts[2];

        assertInvalid(Api.anonymous().as(forged));
    }

    @Test
    void aForeignKeyIsInvalid() throws Exception {
        RSAKey foreign = new RSAKeyGenerator(2048).keyID("foreign").generate();
        RSAKey disguised = new RSAKey.Builder(foreign).keyID(key.getKeyID()).build();

        assertInvalid(Api.anonymous().as(sign(good, foreign)));
        assertInvalid(Api.anonymous().as(sign(good, disguised)));
    }

    @Test
    void aTokenOfNobodyIsInvalid() throws Exception {
        assertInvalid(Api.anonymous().as(sign(changed().subject(null).build())));
        assertInvalid(Api.anonymous().as(sign(changed().subject("nobody").build())));
        assertInvalid(Api.anonymous()
                .as(sign(changed().subject(UUID.randomUUID().toString()).build())));
    }

    @Test
    void aTokenWithoutASessionIsInvalid() throws Exception {
        assertInvalid(
                Api.anonymous().as(sign(changed().claim("session_id", null).build())));
        assertInvalid(
                Api.anonymous().as(sign(changed().claim("session_id", "none").build())));
        assertInvalid(Api.anonymous().as(sign(changed().claim("session_id", 7).build())));
        assertInvalid(Api.anonymous()
                .as(sign(changed()
                        .claim("session_id", UUID.randomUUID().toString())
                        .build())));
    }

    @Test
    void theSessionOfSomebodyElseIsInvalid() throws Exception {
        Object foreign =
                SignedJWT.parse(Member.register().token()).getJWTClaimsSet().getClaim("session_id");

        assertInvalid(
                Api.anonymous().as(sign(changed().claim("session_id", foreign).build())));
    }

    @Test
    void theRoleOfATokenCountsForNothing() throws Exception {
        JWTClaimsSet proud = changed()
                .claim("role", "admin")
                .claim("groups", List.of("user", "admin"))
                .build();

        assertFailure(
                Api.anonymous().as(sign(proud)).get("/api/v1/auth/admin/me"),
                403,
                "INSUFFICIENT_PERMISSIONS",
                "You may not do this");
    }

    @Test
    void aTokenInTheQueryIsIgnored() {
        assertMissing(Api.anonymous().get(PROTECTED + "?access_token=" + member.token()));
    }

    @Test
    void aBadTokenIsNoneWhereAllMayCome() throws Exception {
        String open = "/api/v1/conversations/categories";
        Date past = Date.from(Instant.now().minusSeconds(3600));

        for (String token : new String[] {
            "garbage",
            "..",
            "a".repeat(16_000),
            sign(changed().expirationTime(past).build()),
            sign(changed().claim("session_id", "none").build())
        }) {
            Answer answer = Api.anonymous().as(token).get(open);
            assertThat(answer.status()).as(token).isEqualTo(200);
        }
        assertThat(Api.anonymous().with("Authorization", "Basic YTpi").get(open).status())
                .isEqualTo(200);
    }

    private JWTClaimsSet.Builder changed() {
        return new JWTClaimsSet.Builder(good);
    }

    private String sign(JWTClaimsSet claims) throws Exception {
        return sign(claims, key);
    }

    private static String sign(JWTClaimsSet claims, RSAKey key) throws Exception {
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(), claims);
        token.sign(new RSASSASigner(key));
        return token.serialize();
    }

    private String hs256(byte[] secret) throws Exception {
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(key.getKeyID()).build(), good);
        token.sign(new MACSigner(secret));
        return token.serialize();
    }

    private static String signature(String token) {
        return token.substring(token.lastIndexOf('.') + 1);
    }

    private static void assertMissing(Answer answer) {
        assertFailure(answer, 401, "MISSING_TOKEN", "Access token required");
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer realm=\"aichatchronicles\"");
    }

    private static void assertInvalid(Api caller) {
        Answer answer = caller.get(PROTECTED);
        assertFailure(answer, 401, "INVALID_TOKEN", "The access token is not valid");
        assertThat(answer.header("WWW-Authenticate"))
                .isEqualTo("Bearer realm=\"aichatchronicles\", error=\"invalid_token\","
                        + " error_description=\"The access token is not valid\"");
    }
}
