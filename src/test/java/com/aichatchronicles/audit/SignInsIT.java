package com.aichatchronicles.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.aichatchronicles.testing.Answer;
import com.aichatchronicles.testing.Api;
import com.aichatchronicles.testing.Deployments;
import com.aichatchronicles.testing.Member;
import com.aichatchronicles.testing.Sql;
import com.aichatchronicles.tokens.OpaqueToken;
import jakarta.json.Json;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Which sign-ins and refreshes come into the audit log, and how many rows they may take. */
@ExtendWith(ArquillianExtension.class)
class SignInsIT {
    private static final String LOGIN = "/api/v1/auth/login";
    private static final String REFRESH = "/api/v1/auth/refresh-token";

    @Deployment(testable = false)
    static WebArchive war() {
        return Deployments.shippedWar();
    }

    @Test
    void aSignInBeyondTheLimitOfItsAddressIsRecorded() {
        String address = newAddress();
        for (int i = 0; i < 5; i++) {
            tryToSignIn(address, Member.newEmail());
        }
        String request = AuditLog.newRequestId();

        Answer refused = Api.anonymous()
                .with("X-Forwarded-For", address)
                .with("X-Request-Id", request)
                .post(LOGIN, Member.credentials(Member.newEmail(), "wrong"));

        assertThat(refused.status()).isEqualTo(429);
        AuditLog.await("request_id = ?", 1, request);
        assertThat(row(request))
                .isEqualTo("rate_limit.auth refused anonymous " + address
                        + " {\"code\":\"AUTH_RATE_LIMIT_EXCEEDED\",\"route\":\"POST " + LOGIN + "\"}");
    }

    @Test
    void aSignInThatTheGuardOfItsAccountRefusesIsRecorded() {
        Member member = Member.register();
        for (int i = 0; i < 5; i++) {
            tryToSignIn(newAddress(), member.email());
        }
        String address = newAddress();

        assertThat(tryToSignIn(address, member.email()).status()).isEqualTo(429);

        AuditLog.await("address = ? AND outcome = 'refused'", 1, address);
        assertThat(Sql.text(
                        "SELECT concat_ws(' ', action, subject_id, details) FROM chronicles.audit_log"
                                + " WHERE address = ?",
                        address))
                .isEqualTo("sign_in " + member.id() + " {\"code\":\"AUTH_RATE_LIMIT_EXCEEDED\",\"step\":\"password\"}");
    }

    @Test
    void aFloodOfRefusedSignInsTakesAHandfulOfRows() {
        String address = newAddress();
        for (int i = 0; i < 200; i++) {
            tryToSignIn(address, Member.newEmail());
        }

        AuditLog.await("address = ?", 2, address);
        AuditLog.awaitAll();
        assertThat(AuditLog.count("address = ?", address)).isLessThanOrEqualTo(6); // a minute may end meanwhile
    }

    @Test
    void aRefusedRefreshIsRecorded() {
        String request = AuditLog.newRequestId();

        assertThat(refresh(request, newAddress(), OpaqueToken.next()).status()).isEqualTo(401);

        AuditLog.await("request_id = ?", 1, request);
        assertThat(row(request))
                .startsWith("sign_in refused anonymous ")
                .endsWith(" {\"code\":\"TOKEN_REFRESH_ERROR\",\"step\":\"refresh\"}");
    }

    @Test
    void theFirstRefreshOfADayIsRecordedAndNoOther() {
        Member member = Member.register();
        String sameDay = AuditLog.newRequestId();
        String nextDay = AuditLog.newRequestId();

        Member second = Member.of(refresh(sameDay, newAddress(), member.refreshToken()));
        Sql.update(
                "UPDATE chronicles.sessions SET last_used_at = last_used_at - interval '1 day' WHERE user_id = ?",
                member.id());
        Member third = Member.of(refresh(nextDay, newAddress(), second.refreshToken()));
        refresh(AuditLog.newRequestId(), newAddress(), third.refreshToken());

        AuditLog.await("request_id = ?", 1, nextDay);
        AuditLog.awaitAll();
        assertThat(row(nextDay)).startsWith("sign_in.renewed done user ").contains(session(member));
        assertThat(AuditLog.count("subject_id = ? AND action = 'sign_in.renewed'", member.id()))
                .isEqualTo(1);
    }

    @Test
    void theEndOfASessionWhoseRefreshTokenCameBackIsRecorded() {
        Member member = Member.register();
        refresh(AuditLog.newRequestId(), newAddress(), member.refreshToken());
        Sql.update(
                "UPDATE chronicles.refresh_tokens SET used_at = now() - interval '11 seconds' WHERE hash = ?",
                OpaqueToken.hash(member.refreshToken()));
        String address = newAddress();

        assertThat(refresh(AuditLog.newRequestId(), address, member.refreshToken())
                        .status())
                .isEqualTo(401);

        AuditLog.await("address = ?", 2, address);
        assertThat(Sql.text("""
                SELECT concat_ws(' ', action, outcome, actor_kind, subject_id, details)
                  FROM chronicles.audit_log WHERE address = ? AND action = 'session.ended'""", address))
                .isEqualTo("session.ended done anonymous " + member.id()
                        + " {\"reason\":\"refresh_token_replayed\",\"session\":\"" + session(member) + "\"}");
        assertThat(AuditLog.count("address = ? AND action = 'sign_in' AND outcome = 'refused'", address))
                .isEqualTo(1);
    }

    private static Answer tryToSignIn(String address, String email) {
        return Api.anonymous().with("X-Forwarded-For", address).post(LOGIN, Member.credentials(email, "wrong"));
    }

    private static Answer refresh(String request, String address, String token) {
        return Api.anonymous()
                .with("X-Request-Id", request)
                .with("X-Forwarded-For", address)
                .post(
                        REFRESH,
                        Json.createObjectBuilder().add("refreshToken", token).build());
    }

    private static String session(Member member) {
        return Sql.text("SELECT id FROM chronicles.sessions WHERE user_id = ?", member.id());
    }

    /** In a network of its own, as the limits count. */
    private static String newAddress() {
        String random = UUID.randomUUID().toString();
        return "2001:db8:1" + random.substring(0, 3) + ":1" + random.substring(4, 7) + "::1";
    }

    private static String row(String request) {
        return Sql.text("""
                SELECT concat_ws(' ', action, outcome, actor_kind, address, details)
                  FROM chronicles.audit_log WHERE request_id = ?""", request);
    }
}
