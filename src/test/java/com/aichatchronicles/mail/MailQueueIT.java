package com.aichatchronicles.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.aichatchronicles.testing.Answer;
import com.aichatchronicles.testing.Api;
import com.aichatchronicles.testing.Deployments;
import com.aichatchronicles.testing.Mailbox;
import com.aichatchronicles.testing.Member;
import com.aichatchronicles.testing.ReceivedMail;
import com.aichatchronicles.testing.SecondServer;
import com.aichatchronicles.testing.ServerLog;
import com.aichatchronicles.testing.Sql;
import com.aichatchronicles.testing.TestMail;
import com.aichatchronicles.testing.Together;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** That no mail is lost and none comes twice, whatever ends in between. */
@ExtendWith(ArquillianExtension.class)
class MailQueueIT {
    private static final String SUBJECT = "Please confirm your e-mail address";
    private static final String REGISTER = "/api/v1/auth/register";

    @Deployment(testable = false)
    static WebArchive war() {
        return Deployments.shippedWar();
    }

    @Test
    void anAbsentMailServerDelaysMailAndLosesNone() throws Exception {
        List<String> people = newPeople(20);
        ServerLog log = new ServerLog();
        TestMail.stop();
        try {
            people.forEach(person ->
                    assertThat(register(Api.anonymous(), person).status()).isEqualTo(201));
            await(() -> health().getString("state").equals("degraded"));
            assertThat(health().getInt("waiting")).isGreaterThanOrEqualTo(20);
        } finally {
            TestMail.start();
        }

        for (String person : people) {
            assertThat(Mailbox.await(person, SUBJECT).token()).matches("[\\w-]{43}");
        }
        people.forEach(Mailbox::awaitQueueOf);
        assertThat(people).allSatisfy(person -> assertThat(Mailbox.of(person)).hasSize(1));
        await(() -> health().getString("state").equals("ok"));
        assertThat(log.text()).contains("The mail server cannot be reached, mails wait");
        assertThat(log.alarms()).isEmpty();
    }

    @Test
    void ofTwoServersEachMailLeavesFromOne() throws Exception {
        List<String> people = newPeople(60);
        Api second = SecondServer.shared().api();
        TestMail.stop();
        Together.run(people.stream()
                .<Callable<Answer>>map(person ->
                        () -> register(people.indexOf(person) % 2 == 0 ? Api.anonymous() : second, person))
                .toList());
        TestMail.start();

        people.forEach(person -> Mailbox.await(person, SUBJECT));
        people.forEach(Mailbox::awaitQueueOf);
        assertThat(people.stream().flatMap(person -> Mailbox.of(person).stream()))
                .hasSize(60)
                .extracting(ReceivedMail::id)
                .doesNotHaveDuplicates();
    }

    @Test
    void aMailWhoseServerDiedIsSentByAnotherOnceItsLeaseIsOver() throws Exception {
        String person = Member.newEmail();
        UUID mail = post(person, "10 minutes");

        String another = Member.newEmail();
        post(another, "0 minutes");
        Mailbox.await(another, "Your password was changed"); // so the queue has been looked through
        assertThat(Mailbox.of(person)).isEmpty();
        Sql.update("UPDATE chronicles.mails SET due_at = now() WHERE id = ?", mail);

        ReceivedMail received = Mailbox.await(person, "Your password was changed");
        assertThat(received.id()).isEqualTo("<" + mail + "@example.com>");
        Mailbox.awaitQueueOf(person);
        assertThat(Sql.text("SELECT attempts || ' ' || state FROM chronicles.mails WHERE id = ?", mail))
                .isEqualTo("2 sent");
    }

    @Test
    void aMailThatIsTakenBackDoesNotLeave() {
        String person = Member.newEmail();
        String taken = register(Api.anonymous(), person).body().getString("token");
        assertThat(taken).isNotEmpty();
        Mailbox.await(person, SUBJECT);

        assertThat(register(Api.anonymous(), person).status()).isEqualTo(409); // rolled back, and its mail with it

        Mailbox.awaitQueueOf(person);
        assertThat(Mailbox.of(person)).hasSize(1);
    }

    @Test
    void anAddressThatIsNoneBecomesADeadLetterThatOperatorsSee() throws Exception {
        ServerLog log = new ServerLog();
        int dead = health().getInt("dead");
        String person = "a.." + Member.newEmail();

        UUID id = post(person, "0 minutes");

        Mailbox.awaitQueueOf(person);
        assertThat(Sql.text("SELECT state || ': ' || last_error FROM chronicles.mails WHERE id = ?", id))
                .startsWith("dead: ")
                .contains("dot");
        assertThat(health().getInt("dead")).isEqualTo(dead + 1);
        assertThat(log.text() + SecondServer.shared().messages())
                .contains("Mail " + id + " is a dead letter")
                .doesNotContain(person);
        Sql.update("DELETE FROM chronicles.mails WHERE id = ?", id);
    }

    /** As another server leaves a mail that it has claimed and that is due after so long. */
    private static UUID post(String person, String lease) {
        UUID id = UUID.randomUUID();
        Sql.update(
                "INSERT INTO chronicles.mails (id, kind, address, attempts, due_at)"
                        + " VALUES (?, 'password-changed', ?, 1, now() + CAST(? AS interval))",
                id,
                person,
                lease);
        return id;
    }

    private static List<String> newPeople(int count) {
        return Stream.generate(Member::newEmail).limit(count).toList();
    }

    private static Answer register(Api api, String email) {
        JsonObject registration =
                Json.createObjectBuilder(Member.registration(email)).build();
        return api.post(REGISTER, registration);
    }

    private static JsonObject health() {
        return Api.anonymous().get("/health").body().getJsonArray("checks").getValuesAs(JsonObject.class).stream()
                .filter(check -> check.getString("name").equals("mail"))
                .map(check -> check.getJsonObject("data"))
                .findFirst()
                .orElseThrow();
    }

    private static void await(Callable<Boolean> fact) throws Exception {
        Instant deadline = Instant.now().plus(Duration.ofSeconds(30));
        while (!fact.call()) {
            assertThat(Instant.now()).isBefore(deadline);
            TimeUnit.MILLISECONDS.sleep(200);
        }
    }
}
