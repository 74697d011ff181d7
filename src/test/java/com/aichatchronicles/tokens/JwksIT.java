package com.aichatchronicles.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import com.aichatchronicles.testing.Answer;
import com.aichatchronicles.testing.Api;
import com.aichatchronicles.testing.Deployments;
import com.aichatchronicles.testing.Member;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import jakarta.json.JsonObject;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArquillianExtension.class)
class JwksIT {
    @Deployment(testable = false)
    static WebArchive war() {
        return Deployments.shippedWar();
    }

    @Test
    void onlyPublicHalvesAreShown() {
        Answer answer = Api.anonymous().get("/.well-known/jwks.json");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).startsWith("application/json");
        assertThat(answer.body().getJsonArray("keys").getValuesAs(JsonObject.class))
                .isNotEmpty()
                .allSatisfy(key ->
                        assertThat(key.keySet()).containsExactlyInAnyOrder("kty", "e", "use", "kid", "alg", "n"));
    }

    @Test
    void aTokenNamesTheKeyThatVerifiesIt() throws Exception {
        SignedJWT token = SignedJWT.parse(Member.register().token());
        JWKSet keys = JWKSet.parse(Api.anonymous().get("/.well-known/jwks.json").text());

        String kid = token.getHeader().getKeyID();

        assertThat(token.verify(new RSASSAVerifier(keys.getKeyByKeyId(kid).toRSAKey())))
                .isTrue();
    }

    @Test
    void aTokenHasTheClaimsOfTheContract() throws Exception {
        Member member = Member.register("moderator");

        JWTClaimsSet claims = SignedJWT.parse(member.token()).getJWTClaimsSet();

        assertThat(claims.getClaims().keySet())
                .containsExactlyInAnyOrder(
                        "iss", "aud", "sub", "email", "role", "groups", "upn", "session_id", "jti", "iat", "exp");
        assertThat(claims.getSubject()).isEqualTo(member.id().toString());
        assertThat(claims.getAudience()).containsExactly("aichatchronicles");
        assertThat(claims.getStringClaim("email")).isEqualTo(member.email());
        assertThat(claims.getStringClaim("upn")).isEqualTo(member.email());
        assertThat(claims.getStringClaim("role")).isEqualTo("moderator");
        assertThat(claims.getStringListClaim("groups")).hasSameElementsAs(List.of("user", "moderator"));
        assertThat(claims.getExpirationTime().getTime() - claims.getIssueTime().getTime())
                .isEqualTo(900_000);
    }
}
