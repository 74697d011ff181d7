package com.aichatchronicles.conversations;

import static com.aichatchronicles.testing.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import com.aichatchronicles.platform.errors.ErrorCode;
import com.aichatchronicles.testing.Answer;
import com.aichatchronicles.testing.Database;
import com.aichatchronicles.testing.Deployments;
import com.aichatchronicles.testing.Member;
import com.aichatchronicles.testing.Sql;
import com.aichatchronicles.testing.Together;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Requests under one key at the same time, and servers that die between a conversation and its key. */
@ExtendWith(ArquillianExtension.class)
class IdempotencyRaceIT {
    private static final String WAITING = "SELECT coalesce(min(pid), 0) FROM pg_stat_activity"
            + " WHERE wait_event_type = 'Lock' AND query LIKE 'INSERT INTO chronicles.idempotency_keys%'";

    private final Member author = Member.register();
    private final String key = UUID.randomUUID().toString();
    private final String title = "At once " + Sample.word();

    @Deployment(testable = false)
    static WebArchive war() {
        return Deployments.shippedWar();
    }

    @Test
    void fiftyAtOnceMakeOneConversation() throws Exception {
        List<Answer> answers = Together.run(50, this::publish);

        List<Answer> first = answers.stream()
                .filter(answer -> answer.status() == 201 && answer.header("Idempotency-Replayed") == null)
                .toList();
        assertThat(first).hasSize(1);
        for (Answer answer : answers) {
            if (answer.status() == 201) {
                assertThat(answer.text()).isEqualTo(first.get(0).text());
            } else {
                assertRefused(answer, ErrorCode.IDEMPOTENCY_KEY_IN_USE);
                assertThat(answer.header("Retry-After")).isEqualTo("1");
            }
        }
        assertThat(conversations()).isEqualTo(1);
        assertThat(keys()).isEqualTo(1);
        assertThat(publish().text()).isEqualTo(first.get(0).text());
    }

    @Test
    void whileTheFirstRunsOnAnotherServerTheKeyIsInUse() throws Exception {
        try (Connection other = Database.connect()) {
            other.setAutoCommit(false);
            lock(other);

            assertRefused(publish(), ErrorCode.IDEMPOTENCY_KEY_IN_USE);
            assertThat(conversations()).isZero();

            other.rollback();
            assertThat(publish().status()).isEqualTo(201);
        }
    }

    @Test
    void aRowThatAnotherTransactionWritesFirstTakesTheConversationBack() throws Exception {
        try (Connection other = Database.connect()) {
            other.setAutoCommit(false);
            insertKey(other);
            CompletableFuture<Answer> answer = CompletableFuture.supplyAsync(this::publish);
            awaitInsert();
            other.commit();

            assertRefused(answer.get(), ErrorCode.IDEMPOTENCY_KEY_IN_USE);
        }
        assertThat(conversations()).isZero();
        assertThat(keys()).isEqualTo(1);
    }

    @Test
    void aRowThatAnotherTransactionTakesBackIsNoObstacle() throws Exception {
        try (Connection other = Database.connect()) {
            other.setAutoCommit(false);
            insertKey(other);
            CompletableFuture<Answer> answer = CompletableFuture.supplyAsync(this::publish);
            awaitInsert();
            other.rollback();

            assertThat(answer.get().status()).isEqualTo(201);
        }
        assertThat(conversations()).isEqualTo(1);
        assertThat(keys()).isEqualTo(1);
    }

    @Test
    void aCrashBetweenConversationAndKeyLeavesNeither() throws Exception {
        try (Connection other = Database.connect()) {
            other.setAutoCommit(false);
            insertKey(other);
            CompletableFuture<Answer> answer = CompletableFuture.supplyAsync(this::publish);
            int server = awaitInsert();
            Sql.text("SELECT pg_terminate_backend(?)", server);

            assertRefused(answer.get(), ErrorCode.SERVICE_UNAVAILABLE);
            other.rollback();
        }
        assertThat(conversations()).isZero();
        assertThat(keys()).isZero();
        assertThat(publish().status()).isEqualTo(201);
    }

    @Test
    void conversationAndKeyAreOfOneTransaction() {
        publish();

        assertThat(Sql.text(
                        "SELECT count(*) FROM public.conversations c JOIN chronicles.idempotency_keys k"
                                + " ON k.xmin = c.xmin WHERE c.title = ? AND k.key = ?",
                        title,
                        key))
                .isEqualTo("1");
    }

    /** A server that has just started knows what the database knows and nothing else. */
    @Test
    void whatIsGivenAgainComesFromTheDatabase() {
        publish();
        byte[] marked = "{\"kept\":true}".getBytes(StandardCharsets.UTF_8);
        Sql.update(
                "UPDATE chronicles.idempotency_keys SET body = ?, entity_tag = '\"9.x\"' WHERE key = ?", marked, key);

        Answer again = publish();

        assertThat(again.status()).isEqualTo(201);
        assertThat(again.text()).isEqualTo("{\"kept\":true}");
        assertThat(again.header("ETag")).isEqualTo("\"9.x\"");
    }

    private Answer publish() {
        return author.api()
                .with("Idempotency-Key", key)
                .post(Sample.PATH, Sample.body(title).build());
    }

    private void lock(Connection connection) throws SQLException {
        try (PreparedStatement lock =
                connection.prepareStatement("SELECT pg_advisory_xact_lock(hashtextextended(?, 0))")) {
            lock.setString(1, author.id() + " " + key);
            lock.execute();
        }
    }

    private void insertKey(Connection connection) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO chronicles.idempotency_keys (user_id, key, fingerprint, status, body)"
                        + " VALUES (?, ?, '', 201, '')")) {
            insert.setObject(1, author.id());
            insert.setString(2, key);
            insert.executeUpdate();
        }
    }

    /** @return the database's process that serves the request, which has its conversation but not its key */
    private static int awaitInsert() throws InterruptedException {
        Instant deadline = Instant.now().plusSeconds(30);
        int waiting = Integer.parseInt(Sql.text(WAITING));
        while (waiting == 0) {
            assertThat(Instant.now()).isBefore(deadline);
            TimeUnit.MILLISECONDS.sleep(20);
            waiting = Integer.parseInt(Sql.text(WAITING));
        }
        return waiting;
    }

    private int conversations() {
        return Integer.parseInt(Sql.text("SELECT count(*) FROM public.conversations WHERE title = ?", title));
    }

    private int keys() {
        return Integer.parseInt(Sql.text("SELECT count(*) FROM chronicles.idempotency_keys WHERE key = ?", key));
    }
}
