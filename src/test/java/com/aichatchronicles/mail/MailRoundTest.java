package com.aichatchronicles.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.aichatchronicles.testing.Settings;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of mails, by what the mail server says to each. */
class MailRoundTest {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    private final Queue queue = new Queue();
    private final MailRound round = new MailRound();
    private ScriptedSmtp server;

    @BeforeEach
    void start() throws IOException {
        server = new ScriptedSmtp();
        round.queue = queue;
        round.templates = new MailTemplates();
        round.clock = Clock.fixed(NOON, ZoneOffset.UTC);
        connectTo(server.port());
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    @Test
    void everyMailLeavesOverOneConnection() {
        queue.add("a", "b", "c");

        round.run();

        assertThat(queue.events).containsExactly("sent a", "sent b", "sent c");
        assertThat(server.accepted()).containsExactly("a@example.org", "b@example.org", "c@example.org");
        assertThat(server.connections()).isEqualTo(1);
    }

    @Test
    void aRefusalForGoodIsADeadLetterAndTheNextGoesOn() {
        queue.add("unknown", "a", "spam", "b");

        round.run();

        assertThat(queue.events)
                .containsExactly(
                        "dead unknown: 550 5.1.1 no such user",
                        "sent a",
                        "dead spam: 554 5.7.1 looks like spam",
                        "sent b");
    }

    @Test
    void aRefusalThatPassesPutsTheMailOff() {
        queue.add("busy", "a");

        round.run();

        assertThat(queue.events).containsExactly("later busy: 451 4.7.1 come back later", "sent a");
    }

    @Test
    void aBrokenConnectionPutsItsMailOffAndLeavesTheOthersAlone() {
        queue.add("hangup", "a");

        round.run();
        assertThat(queue.events).singleElement().asString().startsWith("later hangup: ");

        round.run();
        assertThat(queue.events).last().isEqualTo("sent a");
    }

    @Test
    void anAddressThatIsNoneIsADeadLetter() {
        queue.add("a..b", "c");

        round.run();

        assertThat(queue.events).hasSize(2).last().isEqualTo("sent c");
        assertThat(queue.events.get(0)).startsWith("dead a..b: ");
    }

    @Test
    void aMailThatCannotBeWrittenIsPutOffAndTheNextGoesOn() {
        queue.add("broken", "a");

        round.run();

        assertThat(queue.events)
                .containsExactly("later broken: can't be written: java.lang.IllegalStateException", "sent a");
    }

    @Test
    void aMailThatIsNotWantedAnyMoreIsNotSent() {
        queue.add("unwanted", "a");

        round.run();

        assertThat(queue.events).containsExactly("sent a");
        assertThat(server.accepted()).containsExactly("a@example.org");
    }

    @Test
    void anAbsentMailServerCostsNoMailAnAttempt() throws IOException {
        server.close();
        queue.add("a");

        round.run();
        assertThat(round.isPaused()).isTrue();
        assertThat(queue.events).isEmpty();
        assertThat(queue.claims).isZero();

        try (ScriptedSmtp back = new ScriptedSmtp()) {
            connectTo(back.port());
            round.run();
            assertThat(queue.events).as("the pause is not over").isEmpty();
            round.clock = Clock.fixed(NOON.plusSeconds(5), ZoneOffset.UTC);
            round.run();
        }
        assertThat(queue.events).containsExactly("sent a");
        assertThat(round.isPaused()).isFalse();
    }

    @Test
    void thatTheMailServerIsBackIsSeenThoughAnotherServerSentTheMails() throws IOException {
        server.close();
        queue.add("a");
        round.run();
        queue.waiting.clear();

        try (ScriptedSmtp back = new ScriptedSmtp()) {
            connectTo(back.port());
            round.clock = Clock.fixed(NOON.plusSeconds(5), ZoneOffset.UTC);
            round.run();
        }

        assertThat(round.isPaused()).isFalse();
    }

    @Test
    void withoutAMailServerNothingIsClaimed() {
        round.config = config(Settings.defaults());
        queue.add("a");

        round.run();

        assertThat(queue.claims).isZero();
        assertThat(round.isPaused()).isFalse();
    }

    private void connectTo(int port) {
        round.config = config(Settings.defaults()
                .with("SMTP_HOST", "127.0.0.1")
                .with("SMTP_PORT", String.valueOf(port))
                .with("SMTP_TIMEOUT", "PT10S")
                .with("MAIL_FROM", "no-reply@example.com"));
    }

    private static MailConfig config(Settings settings) {
        MailConfig config = new MailConfig();
        config.config = settings;
        config.read();
        return config;
    }

    /** Holds its mails in memory and notes what becomes of each, by the name of its recipient. */
    private static final class Queue extends MailDispatchService {
        private final Deque<QueuedMail> waiting = new ArrayDeque<>();
        private final List<String> events = new ArrayList<>();
        private int claims;

        private void add(String... names) {
            for (String name : names) {
                waiting.add(new QueuedMail(UUID.randomUUID(), "password-changed", null, name, Map.of(), 1));
            }
        }

        @Override
        public boolean anyDue() {
            return !waiting.isEmpty();
        }

        @Override
        public Optional<QueuedMail> claim() {
            claims++;
            return Optional.ofNullable(waiting.poll());
        }

        @Override
        public Optional<Letter> write(QueuedMail mail) {
            if (mail.address().equals("broken")) {
                throw new IllegalStateException();
            }
            return mail.address().equals("unwanted")
                    ? Optional.empty()
                    : Optional.of(new Letter(mail.address() + "@example.org", null, "Subject", Map.of()));
        }

        @Override
        public void sent(QueuedMail mail) {
            events.add("sent " + mail.address());
        }

        @Override
        public void postpone(QueuedMail mail, String error) {
            events.add("later " + mail.address() + ": " + error);
        }

        @Override
        public void bury(QueuedMail mail, String error) {
            events.add("dead " + mail.address() + ": " + error);
        }

        @Override
        public int buryOld(Duration lifetime) {
            throw new UnsupportedOperationException();
        }
    }
}
