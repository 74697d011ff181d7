package com.aichatchronicles.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.aichatchronicles.testing.Answer;
import com.aichatchronicles.testing.Deployments;
import com.aichatchronicles.testing.Mailbox;
import com.aichatchronicles.testing.Member;
import com.aichatchronicles.testing.SecondServer;
import com.aichatchronicles.testing.Sql;
import com.aichatchronicles.testing.TestMail;
import com.aichatchronicles.testing.Together;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Servers are killed ({@code kill -9}) between the text of a mail and the mail server's answer to it. */
@ExtendWith(ArquillianExtension.class)
class KilledSenderIT {
    private static final String SUBJECT = "Please confirm your e-mail address";

    @Deployment(testable = false)
    static WebArchive war() {
        return Deployments.shippedWar();
    }

    /**
     * Of two servers, each has one mail under way when it is killed. What is {@code stuck} the mail server has not
     * taken; what is {@code taken} it has, and nobody could note that: the one window in which a mail comes twice, with
     * the same {@code Message-ID}.
     */
    @Test
    void noMailIsLostAndNoneComesTwiceButWhereNobodyCanKnow() throws Exception {
        String stuck = "stuck" + Member.newEmail();
        String taken = "taken" + Member.newEmail();
        List<String> people =
                new ArrayList<>(Stream.generate(Member::newEmail).limit(16).toList());
        people.add(4, stuck);
        people.add(12, taken);
        List<String> arrived = new ArrayList<>();
        List<String> ids = new ArrayList<>();
        try (ScriptedSmtp mailServer = new ScriptedSmtp(2)) {
            Map<String, String> settings = Map.of("SMTP_PORT", String.valueOf(mailServer.port()));
            List<SecondServer> servers = Together.run(
                    List.of(() -> SecondServer.start(settings), () -> SecondServer.start("third", settings)));
            TestMail.stop(); // the other servers wait for it and leave all mails to these
            try {
                register(people, servers);
                assertThat(mailServer.isWaitedFor()).isTrue();
            } finally {
                for (SecondServer server : servers) {
                    server.kill();
                }
                arrived.addAll(mailServer.accepted());
                ids.addAll(mailServer.ids());
                TestMail.start();
            }
        }
        List.of(stuck, taken).forEach(KilledSenderIT::endLease);

        people.forEach(Mailbox::awaitQueueOf);

        people.stream()
                .flatMap(person -> Mailbox.of(person).stream())
                .forEach(mail -> arrived.add(mail.to().get(0).replaceAll(".*<|>.*", "")));
        assertThat(arrived).containsAll(people).hasSize(people.size() + 1);
        assertThat(Collections.frequency(arrived, stuck)).isEqualTo(1);
        assertThat(Collections.frequency(arrived, taken)).isEqualTo(2);
        assertThat(ids)
                .contains(
                        Mailbox.await(stuck, SUBJECT).id(),
                        Mailbox.await(taken, SUBJECT).id());
    }

    private static void register(List<String> people, List<SecondServer> servers) {
        for (int i = 0; i < people.size(); i++) {
            Answer answer = servers.get(i % servers.size())
                    .api()
                    .post("/api/v1/auth/register", Member.registration(people.get(i)));
            assertThat(answer.status()).isEqualTo(201);
        }
    }

    /** As if ten minutes had gone by. */
    private static void endLease(String person) {
        Sql.update("UPDATE chronicles.mails SET due_at = now() WHERE address = ? AND state = 'waiting'", person);
    }
}
