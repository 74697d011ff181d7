package com.aichatchronicles.sessions;

import static com.aichatchronicles.sessions.TokenRefusal.PROTECTED;
import static com.aichatchronicles.sessions.TokenRefusal.assertInvalid;
import static com.aichatchronicles.testing.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import com.aichatchronicles.platform.errors.ErrorCode;
import com.aichatchronicles.testing.Answer;
import com.aichatchronicles.testing.Api;
import com.aichatchronicles.testing.Deployments;
import com.aichatchronicles.testing.Member;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
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

    private Member member;
    private TokenForge forge;

    @BeforeEach
    void signIn() throws Exception {
        member = Member.register();
        forge = TokenForge.of(member);
    }

    @Test
    void aTokenMadeByTheseTestsIsGood() throws Exception {
        assertThat(Api.anonymous().as(forge.sign(forge.good())).get(PROTECTED).status())
                .isEqualTo(200);
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
        Base64URL header =
                Base64URL.encode("{\"alg\":\"none\",\"kid\":\"" + forge.key().getKeyID() + "\"}");
        String unsigned = header + "." + Base64URL.encode(forge.good().toString()) + ".";

        assertInvalid(Api.anonymous().as(unsigned));
        assertInvalid(Api.anonymous().as(unsigned + signature(member.token())));
    }

    @Test
    void thePublicKeyIsNoSecret() throws Exception {
        RSAKey published = JWKSet.parse(
                        Api.anonymous().get("/.well-known/jwks.json").text())
                .getKeyByKeyId(forge.key().getKeyID())
                .toRSAKey();
        String lines = Base64.getMimeEncoder(64, new byte[] {'\n'})
                .encodeToString(published.toRSAPublicKey().getEncoded());
        String pem = "-----BEGIN PUBLIC KEY-----\n" + lines + "\n-----END PUBLIC KEY-----\n";

        assertInvalid(Api.anonymous().as(forge.hs256(pem.getBytes(StandardCharsets.US_ASCII))));
        assertInvalid(Api.anonymous().as(forge.hs256(pem.strip().getBytes(StandardCharsets.US_ASCII))));
        assertInvalid(Api.anonymous().as(forge.hs256(published.getModulus().decode())));
        assertInvalid(Api.anonymous().as(forge.hs256(published.toRSAPublicKey().getEncoded())));
        assertInvalid(Api.anonymous().as(forge.hs256(published.toJSONString().getBytes(StandardCharsets.UTF_8))));
    }

    @Test
    void editedClaimsAreInvalid() {
        String[] parts = member.token().split("\\.");
        JWTClaimsSet edited = forge.changed().claim("role", "admin").build();
        String forged = parts[0] + "." + Base64URL.encode(edited.toString()) + "." + parts[2];

        assertInvalid(Api.anonymous().as(forged));
    }

    @Test
    void aForeignKeyIsInvalid() throws Exception {
        RSAKey foreign = new RSAKeyGenerator(2048).keyID("foreign").generate();
        RSAKey disguised =
                new RSAKey.Builder(foreign).keyID(forge.key().getKeyID()).build();

        assertInvalid(Api.anonymous().as(TokenForge.sign(forge.good(), foreign)));
        assertInvalid(Api.anonymous().as(TokenForge.sign(forge.good(), disguised)));
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
            forge.sign(forge.changed().expirationTime(past).build()),
            forge.sign(forge.changed().claim("session_id", "none").build())
        }) {
            Answer answer = Api.anonymous().as(token).get(open);
            assertThat(answer.status()).as(token).isEqualTo(200);
        }
        assertThat(Api.anonymous().with("Authorization", "Basic YTpi").get(open).status())
                .isEqualTo(200);
    }

    private static String signature(String token) {
        return token.substring(token.lastIndexOf('.') + 1);
    }

    private static void assertMissing(Answer answer) {
        assertRefused(answer, ErrorCode.MISSING_TOKEN);
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer realm=\"aichatchronicles\"");
    }
}
