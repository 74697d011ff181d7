package com.aichatchronicles.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.aichatchronicles.testing.Api;
import com.aichatchronicles.testing.Community;
import com.aichatchronicles.testing.Deployments;
import com.aichatchronicles.testing.Member;
import com.aichatchronicles.testing.Sql;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What comes into the audit log, and with which circumstances. */
@ExtendWith(ArquillianExtension.class)
class RecordedIT {
    private static final String ADMINS_ONLY = "/api/v1/auth/admin/me";

    @Deployment(testable = false)
    static WebArchive war() {
        return Deployments.shippedWar();
    }

    @Test
    void aRefusedRequestIsRecordedWithWhoWhatAndWhere() {
        Member member = Member.register();
        String request = AuditLog.newRequestId();

        member.api()
                .with("X-Request-Id", request)
                .with("X-Forwarded-For", "192.0.2.77")
                .get(ADMINS_ONLY);

        AuditLog.await("request_id = ?", 1, request);
        assertThat(Sql.text("""
                SELECT concat_ws(' ', action, outcome, times, actor_kind, actor_id, address, details)
                  FROM chronicles.audit_log WHERE request_id = ?""", request))
                .isEqualTo("access refused 1 user " + member.id() + " 192.0.2.77"
                        + " {\"code\":\"FORBIDDEN\",\"route\":\"GET " + ADMINS_ONLY + "\"}");
    }

    @Test
    void aSignInIsRecordedForWhoSignsIn() {
        Member member = Member.register();
        String request = AuditLog.newRequestId();

        Api.anonymous()
                .with("X-Request-Id", request)
                .post("/api/v1/auth/login", Member.credentials(member.email(), Member.PASSWORD));

        AuditLog.await("request_id = ?", 1, request);
        assertThat(row(request)).isEqualTo("sign_in done user " + member.id() + " user " + member.id() + " {}");
    }

    @Test
    void aRefusedSignInIsRecordedWithTheAccountThatWasTried() {
        Member member = Member.register();
        String request = AuditLog.newRequestId();

        Api.anonymous()
                .with("X-Request-Id", request)
                .with("X-Forwarded-For", "2001:db8:77::1")
                .post("/api/v1/auth/login", Member.credentials(member.email(), "Wrong-horse-7"));

        AuditLog.await("request_id = ?", 1, request);
        assertThat(row(request))
                .isEqualTo("sign_in refused anonymous user " + member.id()
                        + " {\"code\":\"INVALID_CREDENTIALS\",\"step\":\"password\"}");
    }

    @Test
    void aFloodOfRefusalsTakesOneRowAtFirst() {
        Member member = Member.register();

        for (int i = 0; i < 50; i++) {
            member.api().get(ADMINS_ONLY);
        }

        AuditLog.await("actor_id = ? AND outcome = 'refused'", 1, member.id());
        AuditLog.awaitAll();
        assertThat(AuditLog.count("actor_id = ? AND outcome = 'refused'", member.id()))
                .isLessThanOrEqualTo(2); // the minute may end meanwhile
    }

    @Test
    void whatAnAccountDoesToItselfIsRecordedAndNamesNobody() {
        Member member = Member.register();
        JsonObject change = Json.createObjectBuilder()
                .add("currentPassword", Member.PASSWORD)
                .add("newPassword", "Another-horse-7")
                .build();
        JsonObject password =
                Json.createObjectBuilder().add("password", "Another-horse-7").build();

        assertThat(member.api().post("/api/v1/auth/change-password", change).status())
                .isEqualTo(200);
        assertThat(member.api()
                        .send("DELETE", "/api/v1/auth/account", password.toString())
                        .status())
                .isEqualTo(200);

        AuditLog.await("subject_id = ? AND action = 'user.deleted'", 1, member.id());
        assertThat(Sql.text(
                        "SELECT string_agg(action, ' ' ORDER BY position) FROM chronicles.audit_log"
                                + " WHERE subject_id = ?",
                        member.id()))
                .isEqualTo("user.registered sign_in user.password_changed user.deleted");
        assertThat(AuditLog.count(
                        "row_to_json(audit_log)::text ILIKE ANY (ARRAY [?, ?])",
                        "%" + member.email() + "%",
                        "%" + member.username() + "%"))
                .isZero();
    }

    @Test
    void whatAnAdminDoesIsRecordedWithWhatItWasBefore() {
        Member member = Member.register();
        String request = AuditLog.newRequestId();
        String path = "/api/v1/admin/users/" + member.id() + "/role";

        Member.admin().api().with("X-Request-Id", request).send("PUT", path, "{\"role\":\"moderator\"}");

        AuditLog.await("request_id = ?", 1, request);
        assertThat(row(request))
                .isEqualTo("user.role_changed done user " + Member.admin().id() + " user " + member.id()
                        + " {\"from\":\"user\",\"to\":\"moderator\"}");
    }

    @Test
    void whatAMachineDoesIsRecordedWithItsKeyAndItsOwner() {
        Member member = Member.register();
        UUID conversation = Community.publish(member);
        String body = "{\"name\":\"x\",\"scopes\":[\"conversations:write\"]}";
        JsonObject key =
                member.api().send("POST", "/api/v1/auth/api-keys", body).body().getJsonObject("data");
        String request = AuditLog.newRequestId();

        Api.anonymous().as(key.getString("key")).with("X-Request-Id", request).delete(Community.path(conversation));

        AuditLog.await("request_id = ?", 1, request);
        assertThat(row(request))
                .isEqualTo("conversation.deleted done api_key " + member.id() + " conversation " + conversation
                        + " {\"api_key\":\"" + key.getString("id") + "\"}");
        AuditLog.await("action = 'api_key.created' AND actor_id = ?", 1, member.id());
    }

    @Test
    void aWrongPasswordIsRecordedAndNotWhatItWasFor() {
        Member member = Member.register();
        JsonObject wrong = Json.createObjectBuilder()
                .add("currentPassword", "Wrong-horse-7")
                .add("newPassword", "Another-horse-7")
                .build();

        member.api().post("/api/v1/auth/change-password", wrong);

        AuditLog.await("subject_id = ? AND action = 'password_check' AND outcome = 'refused'", 1, member.id());
        assertThat(AuditLog.count("subject_id = ? AND action = 'user.password_changed'", member.id()))
                .isZero();
    }

    private static String row(String request) {
        return Sql.text("""
                SELECT concat_ws(' ', action, outcome, actor_kind, actor_id, subject_kind, subject_id, details)
                  FROM chronicles.audit_log WHERE request_id = ?""", request);
    }
}
