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
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** That a token signed by the server's own key is refused if it claims what the server did not say. */
@ExtendWith(ArquillianExtension.class)
class FalseClaimsIT {
    @Deployment(testable = false)
    static WebArchive war() {
        return Deployments.shippedWar();
    }

    private TokenForge forge;

    @BeforeEach
    void signIn() throws Exception {
        forge = TokenForge.of(Member.register());
    }

    @Test
    void anOldTokenHasExpired() throws Exception {
        for (int seconds : new int[] {30, 3600}) {
            Date past = Date.from(Instant.now().minusSeconds(seconds));

            Answer answer = Api.anonymous()
                    .as(forge.sign(forge.changed().expirationTime(past).build()))
                    .get(PROTECTED);

            assertRefused(answer, ErrorCode.TOKEN_EXPIRED);
            assertThat(answer.header("WWW-Authenticate"))
                    .isEqualTo("Bearer realm=\"aichatchronicles\", error=\"invalid_token\","
                            + " error_description=\"The access token has expired\"");
        }
    }

    @Test
    void aTokenWithoutAnEndIsInvalid() throws Exception {
        assertInvalid(Api.anonymous()
                .as(forge.sign(forge.changed().expirationTime(null).build())));
    }

    @Test
    void aTokenOfTheFutureIsInvalid() throws Exception {
        Date future = Date.from(Instant.now().plusSeconds(3600));

        assertInvalid(Api.anonymous()
                .as(forge.sign(forge.changed().notBeforeTime(future).build())));
    }

    @Test
    void anotherIssuerOrAudienceIsInvalid() throws Exception {
        assertInvalid(Api.anonymous()
                .as(forge.sign(
                        forge.changed().issuer("https://elsewhere.example.org").build())));
        assertInvalid(Api.anonymous().as(forge.sign(forge.changed().issuer(null).build())));
        assertInvalid(Api.anonymous()
                .as(forge.sign(forge.changed().audience("elsewhere").build())));
        assertInvalid(Api.anonymous()
                .as(forge.sign(forge.changed().audience((String) null).build())));
    }

    @Test
    void aTokenOfNobodyIsInvalid() throws Exception {
        assertInvalid(
                Api.anonymous().as(forge.sign(forge.changed().subject(null).build())));
        assertInvalid(
                Api.anonymous().as(forge.sign(forge.changed().subject("nobody").build())));
        assertInvalid(Api.anonymous()
                .as(forge.sign(
                        forge.changed().subject(UUID.randomUUID().toString()).build())));
    }

    @Test
    void aTokenWithoutASessionIsInvalid() throws Exception {
        assertInvalid(Api.anonymous()
                .as(forge.sign(forge.changed().claim("session_id", null).build())));
        assertInvalid(Api.anonymous()
                .as(forge.sign(forge.changed().claim("session_id", "none").build())));
        assertInvalid(Api.anonymous()
                .as(forge.sign(forge.changed().claim("session_id", 7).build())));
        assertInvalid(Api.anonymous()
                .as(forge.sign(forge.changed()
                        .claim("session_id", UUID.randomUUID().toString())
                        .build())));
    }

    @Test
    void theSessionOfSomebodyElseIsInvalid() throws Exception {
        Object foreign =
                SignedJWT.parse(Member.register().token()).getJWTClaimsSet().getClaim("session_id");

        assertInvalid(Api.anonymous()
                .as(forge.sign(forge.changed().claim("session_id", foreign).build())));
    }

    @Test
    void theRoleOfATokenCountsForNothing() throws Exception {
        JWTClaimsSet proud = forge.changed()
                .claim("role", "admin")
                .claim("groups", List.of("user", "admin"))
                .build();

        assertRefused(
                Api.anonymous().as(forge.sign(proud)).get("/api/v1/auth/admin/me"), ErrorCode.INSUFFICIENT_PERMISSIONS);
    }
}
