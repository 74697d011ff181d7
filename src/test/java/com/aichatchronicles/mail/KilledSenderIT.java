package com.aichatchronicles.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.aichatchronicles.testing.Api;
import com.aichatchronicles.testing.Deployments;
import com.aichatchronicles.testing.Mailbox;
import com.aichatchronicles.testing.Member;
import com.aichatchronicles.testing.SecondServer;
import com.aichatchronicles.testing.Sql;
import com.aichatchronicles.testing.TestMail;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A server is killed ({@code kill -9}) between the text of a mail and the mail server's answer to it. */
@ExtendWith(ArquillianExtension.class)
class KilledSenderIT {
    private static final String SUBJECT = "Please confirm your e-mail address";

    @Deployment(testable = false)
    static WebArchive war() {
        return Deployments.shippedWar();
    }

    /**
     * @param fate of the mail under way: {@code stuck} if the mail server has not taken it, {@code taken} if it has and
     *     nobody could note that: the one window in which a mail comes twice, with the same {@code Message-ID}
     */
    @ParameterizedTest
    @ValueSource(strings = {"stuck", "taken"})
    void noMailIsLostAndNoneComesTwiceButWhereNobodyCanKnow(String fate) throws Exception {
        String underWay = fate + Member.newEmail();
        List<String> people =
                new ArrayList<>(Stream.generate(Member::newEmail).limit(8).toList());
        people.add(4, underWay);
        TestMail.stop(); // the first server waits for it and leaves all mails to the second
        List<String> arrived = new ArrayList<>();
        List<String> ids = new ArrayList<>();
        try (ScriptedSmtp mailServer = new ScriptedSmtp();
                SecondServer server = SecondServer.start(Map.of("SMTP_PORT", String.valueOf(mailServer.port())))) {
            Api api = Api.at(URI.create(server.httpAddress()));
            people.forEach(person -> assertThat(api.post("/api/v1/auth/register", Member.registration(person))
                            .status())
                    .isEqualTo(201));
            assertThat(mailServer.isWaitedFor()).isTrue();
            server.kill();
            arrived.addAll(mailServer.accepted());
            ids.addAll(mailServer.ids());
        } finally {
            TestMail.start();
        }
        endLease(underWay);

        people.forEach(Mailbox::awaitQueueOf);

        people.stream()
                .flatMap(person -> Mailbox.of(person).stream())
                .forEach(mail -> arrived.add(mail.to().get(0).replaceAll(".*<|>.*", "")));
        assertThat(arrived).containsAll(people).hasSize(fate.equals("taken") ? 10 : 9);
        assertThat(Collections.frequency(arrived, underWay)).isEqualTo(fate.equals("taken") ? 2 : 1);
        assertThat(Mailbox.await(underWay, SUBJECT).id()).isEqualTo(ids.get(ids.size() - 1));
    }

    /** As if ten minutes had gone by. */
    private static void endLease(String person) {
        Sql.update("UPDATE chronicles.mails SET due_at = now() WHERE address = ? AND state = 'waiting'", person);
    }
}
