package com.aichatchronicles.postmaster;

import static com.aichatchronicles.testing.Documented.asDocumented;
import static com.aichatchronicles.testing.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import com.aichatchronicles.platform.errors.ErrorCode;
import com.aichatchronicles.testing.Answer;
import com.aichatchronicles.testing.Api;
import com.aichatchronicles.testing.Deployments;
import com.aichatchronicles.testing.Mailbox;
import com.aichatchronicles.testing.Member;
import com.aichatchronicles.testing.ReceivedMail;
import com.aichatchronicles.testing.ServerLog;
import com.aichatchronicles.testing.Sql;
import com.aichatchronicles.testing.Talk;
import com.aichatchronicles.testing.Together;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What admins see of mails that have not left, and do about them. */
@ExtendWith(ArquillianExtension.class)
class MailsIT {
    private static final String MAILS = "/api/v1/admin/mails";
    private static final String ID = "/0192f1ca-6b7f-70c8-9e95-7d8c9b8a7f6e";
    private static final String SECRET = "noted-by-its-kind";

    private final Api admin = Member.admin().api();

    @Deployment(testable = false)
    static WebArchive war() {
        return Deployments.shippedWar();
    }

    @Test
    void aDeadLetterIsShownWithItsAddressAndWithoutWhatItSays() {
        UUID account = UUID.randomUUID();
        String address = Member.newEmail();
        UUID id = dead(address, account, "1 minute");

        Answer answer = admin.get(MAILS + "?limit=100");

        asDocumented("GET " + MAILS, answer, 200);
        assertThat(answer.header("Cache-Control")).isEqualTo("private, no-cache");
        assertThat(answer.text()).doesNotContain(SECRET).doesNotContain("details");
        JsonObject mail = mailOf(answer, id);
        assertThat(mail.getString("kind")).isEqualTo("password-changed");
        assertThat(mail.getString("state")).isEqualTo("dead");
        assertThat(mail.getString("address")).isEqualTo(address);
        assertThat(mail.getString("account_id")).isEqualTo(account.toString());
        assertThat(mail.getString("error")).isEqualTo("550 no such user");
        assertThat(mail.get("due_at")).isEqualTo(JsonValue.NULL);
        assertThat(mail.getString("died_at")).isNotEmpty();
        asDocumented(
                "GET " + MAILS,
                admin.with("If-None-Match", answer.header("ETag")).get(MAILS + "?limit=100"),
                304);
        forget(id);
    }

    @Test
    void deadLettersArePagedTheLatestToDieFirst() {
        List<UUID> mails = Stream.of("-3 hours", "-2 hours", "-1 hours")
                .map(age -> dead(Member.newEmail(), null, age)) // in the future, so before all that others leave behind
                .toList();

        List<String> seen = new ArrayList<>();
        String next = null;
        for (int page = 0; page < 3; page++) {
            Answer answer = admin.get(MAILS + "?state=dead&limit=1" + (next == null ? "" : "&cursor=" + next));
            seen.addAll(Talk.ids(answer));
            next = Talk.next(answer);
        }

        assertThat(seen)
                .containsExactlyElementsOf(mails.stream().map(UUID::toString).toList());
        mails.forEach(MailsIT::forget);
    }

    @Test
    void mailsThatWaitAreShownTheNextToBeTriedFirst() {
        UUID later = waiting("2 hours");
        UUID sooner = waiting("1 hour");

        Answer answer = admin.get(MAILS + "?state=waiting&limit=100");

        asDocumented("GET " + MAILS, answer, 200);
        assertThat(Talk.ids(answer)).containsSubsequence(sooner.toString(), later.toString());
        JsonObject mail = mailOf(answer, sooner);
        assertThat(mail.getString("due_at")).isNotEmpty();
        assertThat(mail.get("died_at")).isEqualTo(JsonValue.NULL);
        assertThat(Talk.ids(admin.get(MAILS + "?limit=100"))).doesNotContain(sooner.toString());
        forget(sooner);
        forget(later);
    }

    @Test
    void aDeadLetterIsSentOnceMoreHoweverOldAndHoweverOftenItIsAsked() throws Exception {
        String address = Member.newEmail();
        UUID id = dead(address, null, "29 days");
        ServerLog log = new ServerLog();

        List<Answer> answers = Together.run(10, () -> retry(id));

        answers.forEach(answer -> assertThat(answer.status()).as(answer.text()).isIn(200, 404)); // 404: it has left
        ReceivedMail received = Mailbox.await(address, "Your password was changed");
        assertThat(received.id()).isEqualTo("<" + id + "@example.com>");
        Mailbox.awaitQueueOf(address);
        assertThat(Mailbox.of(address)).hasSize(1);
        assertThat(log.text())
                .contains("Mail " + id + " is sent once more for admin "
                        + Member.admin().id());
        assertRefused(retry(id), ErrorCode.MAIL_NOT_FOUND);
        assertRefused(admin.delete(MAILS + "/" + id), ErrorCode.MAIL_NOT_FOUND);
    }

    @Test
    void aDeadLetterThatIsSentOnceMoreHasItsWholeLifetimeAgain() {
        UUID id = dead("a.." + Member.newEmail(), null, "29 days");
        asDocumented("POST " + MAILS + "/{id}/retry", retry(id), 200);

        assertThat(Sql.text("SELECT retried_at > now() - interval '1 minute' FROM chronicles.mails WHERE id = ?", id))
                .isEqualTo("t");
        forget(id);
    }

    @Test
    void aMailThatWaitsIsLeftAsItIs() {
        UUID id = waiting("1 hour");
        String due = Sql.text("SELECT due_at FROM chronicles.mails WHERE id = ?", id);

        JsonObject mail = Talk.data(retry(id));

        assertThat(mail.getString("state")).isEqualTo("waiting");
        assertThat(Sql.text("SELECT due_at FROM chronicles.mails WHERE id = ?", id))
                .isEqualTo(due);
        forget(id);
    }

    @Test
    void aMailIsThrownAway() {
        UUID dead = dead(Member.newEmail(), null, "1 day");
        UUID waiting = waiting("1 hour");

        for (UUID id : List.of(dead, waiting)) {
            asDocumented("DELETE " + MAILS + "/{id}", admin.delete(MAILS + "/" + id), 200);
            asDocumented("DELETE " + MAILS + "/{id}", admin.delete(MAILS + "/" + id), 404);
            asDocumented("POST " + MAILS + "/{id}/retry", retry(id), 404);
        }
    }

    @ParameterizedTest
    @CsvSource({"GET,''", "POST," + ID + "/retry", "DELETE," + ID})
    void mailsAreForAdminsAlone(String method, String path) {
        assertRefused(Api.anonymous().send(method, MAILS + path, ""), ErrorCode.MISSING_TOKEN);
        for (String role : List.of("user", "premium", "moderator")) {
            assertRefused(
                    Member.register(role).api().send(method, MAILS + path, ""), ErrorCode.INSUFFICIENT_PERMISSIONS);
        }
        assertThat(admin.send(method, MAILS + path, "").status()).isIn(200, 404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"?state=sent", "?state=%27--", "?limit=0", "?limit=101", "?cursor=x"})
    void aQueryThatIsNotAsDescribedIsRefused(String query) {
        Answer answer = admin.get(MAILS + query);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().getString("code")).isEqualTo("QUERY_VALIDATION_ERROR");
    }

    @Test
    void whatIsNoIdIsRefused() {
        assertThat(admin.send("POST", MAILS + "/x/retry", "").status()).isEqualTo(400);
        assertThat(admin.delete(MAILS + "/1%27%20OR").status()).isEqualTo(400);
    }

    private Answer retry(UUID id) {
        return admin.send("POST", MAILS + "/" + id + "/retry", "");
    }

    private static JsonObject mailOf(Answer page, UUID id) {
        return Talk.list(page).stream()
                .filter(mail -> mail.getString("id").equals(id.toString()))
                .findFirst()
                .orElseThrow();
    }

    private static UUID dead(String address, UUID account, String age) {
        UUID id = UUID.randomUUID();
        Sql.update(
                "INSERT INTO chronicles.mails"
                        + " (id, kind, address, account_id, details, state, attempts, created_at, ended_at, last_error)"
                        + " VALUES (?, 'password-changed', ?, ?, jsonb_build_object('note', ?::text), 'dead', 1,"
                        + " now() - CAST(? AS interval), now() - CAST(? AS interval), '550 no such user')",
                id,
                address,
                account,
                SECRET,
                age,
                age);
        return id;
    }

    private static UUID waiting(String pause) {
        UUID id = UUID.randomUUID();
        Sql.update(
                "INSERT INTO chronicles.mails (id, kind, address, attempts, due_at)"
                        + " VALUES (?, 'password-changed', ?, 1, now() + CAST(? AS interval))",
                id,
                Member.newEmail(),
                pause);
        return id;
    }

    private static void forget(UUID id) {
        Sql.update("DELETE FROM chronicles.mails WHERE id = ?", id);
    }
}
