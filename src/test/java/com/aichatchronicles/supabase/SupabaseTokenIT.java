package com.aichatchronicles.supabase;

import static com.aichatchronicles.testing.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import com.aichatchronicles.platform.errors.ErrorCode;
import com.aichatchronicles.testing.Answer;
import com.aichatchronicles.testing.Api;
import com.aichatchronicles.testing.Deployments;
import com.aichatchronicles.testing.Member;
import com.aichatchronicles.testing.SecondServer;
import com.aichatchronicles.testing.Sql;
import com.aichatchronicles.testing.TestServer;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import jakarta.json.Json;
import java.net.URI;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** That whoever has a token of Supabase is the same user here, by the rules of here. */
@ExtendWith(ArquillianExtension.class)
class SupabaseTokenIT {
    private static final String ME = "/api/v1/auth/me";

    private Member member;

    @Deployment(testable = false)
    static WebArchive war() {
        return Deployments.shippedWar();
    }

    @BeforeEach
    void register() {
        member = Member.register();
    }

    @Test
    void theUserIsTheSame() throws Exception {
        Answer answer = bearer(claims()).get(ME);

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.body().getJsonObject("data").getString("id"))
                .isEqualTo(member.id().toString());
        Answer post = bearer(claims())
                .post(
                        "/api/v1/conversations",
                        Json.createObjectBuilder()
                                .add("title", "On bridges")
                                .add("category", "Technology")
                                .add("content", "**User** Does it hold? **Assistant** It does.")
                                .build());
        assertThat(post.status()).as(post.text()).isEqualTo(201);
    }

    @Test
    void aTokenWithTheProjectsKeyIsGood() throws Exception {
        ECKey key = new ECKeyGenerator(Curve.P_256).keyID("project").generate();
        int port = URI.create(TestServer.supabaseAddress()).getPort();
        try (KeyServer project = KeyServer.start(port, key.toPublicJWK())) {
            assertThat(project.address()).isEqualTo(TestServer.supabaseAddress());
            assertThat(Api.anonymous()
                            .as(SupabaseForge.es256(claims().build(), key))
                            .get(ME)
                            .status())
                    .isEqualTo(200);
        }
    }

    @Test
    void theRoleIsThatOfTheAccount() throws Exception {
        String reports = "/api/v1/moderation/reports";

        assertRefused(bearer(claims().claim("user_role", "admin")).get(reports), ErrorCode.INSUFFICIENT_PERMISSIONS);
        assertRefused(bearer(claims().claim("role", "admin")).get(reports), ErrorCode.INVALID_TOKEN);
        member.give("moderator");
        assertThat(bearer(claims()).get(reports).status()).isEqualTo(200);
    }

    @Test
    void whatIsNotGoodIsRefusedWithItsReason() throws Exception {
        assertRefused(
                bearer(claims().expirationTime(Date.from(Instant.now().minusSeconds(60))))
                        .get(ME),
                ErrorCode.TOKEN_EXPIRED);
        assertRefused(
                bearer(claims().issuer("https://elsewhere.example/auth/v1")).get(ME), ErrorCode.INVALID_TOKEN);
        assertRefused(bearer(claims().audience("elsewhere")).get(ME), ErrorCode.INVALID_TOKEN);
        assertRefused(bearer(claims().claim("role", "service_role")).get(ME), ErrorCode.INVALID_TOKEN);
        assertRefused(bearer(claims().claim("is_anonymous", true)).get(ME), ErrorCode.INVALID_TOKEN);
        assertRefused(bearer(claims().subject(UUID.randomUUID().toString())).get(ME), ErrorCode.INVALID_TOKEN);
        assertRefused(
                Api.anonymous()
                        .as(SupabaseForge.hs256(claims().build(), "another-secret-of-more-than-32-bytes"))
                        .get(ME),
                ErrorCode.INVALID_TOKEN);
    }

    @Test
    void aBadTokenIsNoneWhereAllMayCome() throws Exception {
        assertThat(bearer(claims().claim("role", "anon"))
                        .get("/api/v1/conversations/categories")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void whoIsBannedDeactivatedOrGoneIsRefused() throws Exception {
        Api caller = bearer(claims());
        assertThat(caller.get(ME).status()).isEqualTo(200);
        for (String column : new String[] {"banned_until", "deactivated_at", "deleted_at"}) {
            Sql.update("UPDATE auth.users SET " + column + " = now() + interval '1 day' WHERE id = ?", member.id());
            assertRefused(caller.get(ME), ErrorCode.INVALID_TOKEN);
            Sql.update("UPDATE auth.users SET " + column + " = NULL WHERE id = ?", member.id());
            assertThat(caller.get(ME).status()).isEqualTo(200);
        }
        Sql.update("DELETE FROM auth.users WHERE id = ?", member.id());
        assertRefused(caller.get(ME), ErrorCode.INVALID_TOKEN);
    }

    @Test
    void aSecondFactorOfHereIsNotGoneRound() throws Exception {
        Sql.update(
                "INSERT INTO chronicles.second_factors (user_id, secret, created_at, confirmed_at)"
                        + " VALUES (?, 'x', now(), now())",
                member.id());

        assertRefused(bearer(claims()).get(ME), ErrorCode.INVALID_TOKEN);
        assertThat(bearer(claims().claim("aal", "aal2")).get(ME).status()).isEqualTo(200);
    }

    @Test
    void aSignOutHoldsForEveryTokenOfTheSessionOnEveryServer() throws Exception {
        String session = UUID.randomUUID().toString();
        Api caller = bearer(claims().claim("session_id", session));
        assertThat(caller.post("/api/v1/auth/logout", Json.createObjectBuilder().build())
                        .status())
                .isEqualTo(200);

        Api renewed = bearer(claims().claim("session_id", session)
                .issueTime(Date.from(Instant.now().plusSeconds(2)))
                .jwtID("renewed"));
        assertRefused(caller.get(ME), ErrorCode.INVALID_TOKEN);
        assertRefused(renewed.get(ME), ErrorCode.INVALID_TOKEN);
        assertThat(bearer(claims()).get(ME).status()).as("another session").isEqualTo(200);
        SecondServer other = SecondServer.shared();
        String token = SupabaseForge.hs256(claims().claim("session_id", session).build(), TestServer.SUPABASE_SECRET);
        assertRefused(other.api().as(token).get(ME), ErrorCode.INVALID_TOKEN);
    }

    @Test
    void anotherPasswordEndsTheOtherSessions() throws Exception {
        Api other = bearer(claims());
        Answer changed = member.api()
                .post(
                        "/api/v1/auth/change-password",
                        Json.createObjectBuilder()
                                .add("currentPassword", Member.PASSWORD)
                                .add("newPassword", "Another-horse-8")
                                .build());

        assertThat(changed.status()).as(changed.text()).isEqualTo(200);
        assertRefused(other.get(ME), ErrorCode.INVALID_TOKEN);
        assertThat(member.api().get(ME).status()).isEqualTo(200);
    }

    private JWTClaimsSet.Builder claims() {
        return SupabaseForge.claims(TestServer.supabaseAddress(), member.id());
    }

    private static Api bearer(JWTClaimsSet.Builder claims) throws Exception {
        return Api.anonymous().as(SupabaseForge.hs256(claims.build(), TestServer.SUPABASE_SECRET));
    }
}
