package com.aichatchronicles.platform.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import com.aichatchronicles.testing.Deployments;
import com.aichatchronicles.testing.Member;
import com.aichatchronicles.testing.ServerLog;
import com.aichatchronicles.testing.Sql;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** That the timer deletes what nobody needs any more, and nothing else: one old and one young row in each table. */
@ExtendWith(ArquillianExtension.class)
class TidyingIT {
    private static final String OLD = "old-" + UUID.randomUUID();
    private static final String YOUNG = "young-" + UUID.randomUUID();

    private static ServerLog log;
    private static UUID person;
    private static UUID oldMail;
    private static UUID retriedMail;

    @Deployment(testable = false)
    static WebArchive war() {
        return Deployments.shippedWar();
    }

    /** One wait for all of it. */
    @BeforeAll
    static void letTheTimerGoBy() throws InterruptedException {
        log = new ServerLog();
        person = Member.register().id();
        insertRows();
        oldMail = insertWaitingMail(null);
        retriedMail = insertWaitingMail(Instant.now().toString());

        Instant deadline = Instant.now().plus(Duration.ofSeconds(60));
        while ((left(OLD).values().stream().anyMatch(rows -> rows > 0)
                        || state(oldMail).equals("waiting"))
                && Instant.now().isBefore(deadline)) {
            TimeUnit.MILLISECONDS.sleep(200);
        }
    }

    /** A dead letter degrades the health. */
    @AfterAll
    static void deleteTheMails() {
        Sql.update("DELETE FROM chronicles.mails WHERE account_id = ? OR id IN (?, ?)", person, oldMail, retriedMail);
    }

    @Test
    void whatIsLongOverGoesAndNothingElse() {
        assertThat(left(OLD))
                .allSatisfy((table, rows) -> assertThat(rows).as(table).isZero());
        assertThat(left(YOUNG))
                .allSatisfy((table, rows) -> assertThat(rows).as(table).isPositive());
        assertThat(log.alarms()).isEmpty();
    }

    @Test
    void aMailThatHasWaitedTooLongDiesUnlessItWasJustGivenAnotherChance() {
        assertThat(state(oldMail)).isEqualTo("dead");
        assertThat(state(retriedMail)).isEqualTo("waiting");
    }

    private static void insertRows() {
        insertSessions();
        insert(
                "sign_in_challenges (hash, user_id, password_mark, expires_at)",
                "?, ?, '', now()",
                "1 second",
                "-1 hour");
        insert(
                "one_time_codes (hash, user_id, purpose, address, mail_id, created_at, expires_at)",
                "?, ?, 'RESET', '', gen_random_uuid(), now(), now()",
                "1 second",
                "-1 hour");
        insert("known_devices (mark, user_id, last_seen_at)", "?, ?, now()", "181 days", "179 days");
        insert("mails (address, account_id, kind, id, state, ended_at)", mail("sent"), "8 days", "6 days");
        insert("mails (address, account_id, kind, id, state, ended_at)", mail("dead"), "31 days", "29 days");
        insertGuesses();
    }

    private static UUID insertWaitingMail(String retriedAt) {
        UUID id = UUID.randomUUID();
        Sql.update(
                "INSERT INTO chronicles.mails (id, kind, address, created_at, due_at, retried_at)"
                        + " VALUES (?, 'password-changed', ?, now() - interval '8 days', now() + interval '1 hour',"
                        + " CAST(? AS timestamptz))",
                id,
                Member.newEmail(),
                retriedAt);
        return id;
    }

    /** The old session grows old last, since the timer may take it at once, and a token needs its session. */
    private static void insertSessions() {
        UUID expired = UUID.randomUUID();
        UUID session = UUID.randomUUID();
        String insert =
                "INSERT INTO chronicles.sessions (id, user_id, created_at, last_used_at, expires_at, user_agent)"
                        + " VALUES (?, ?, now(), now(), now() - interval '23 hours', ?)";
        Sql.update(insert, expired, person, OLD);
        Sql.update(insert, session, person, YOUNG);
        token(OLD + " of the session", expired, null);
        token(OLD + " used", session, "31 days");
        token(YOUNG + " used", session, "29 days");
        token(YOUNG + " unused", session, null);
        Sql.update("UPDATE chronicles.sessions SET expires_at = now() - interval '25 hours' WHERE id = ?", expired);
    }

    private static void token(String hash, UUID session, String age) {
        Sql.update(
                "INSERT INTO chronicles.refresh_tokens (hash, session_id, created_at, used_at)"
                        + " VALUES (?, ?, now(), now() - CAST(? AS interval))",
                hash,
                session,
                age);
    }

    private static void insertGuesses() {
        for (String[] guess : new String[][] {{OLD, "26 hours"}, {YOUNG, "24 hours"}}) {
            Sql.update(
                    "INSERT INTO chronicles.guesses (key, tries, last_at, blocked_until)"
                            + " VALUES (?, 1, now() - CAST(? AS interval), now())",
                    guess[0],
                    guess[1]);
        }
    }

    private static String mail(String state) {
        return "?, ?, 'password-changed', gen_random_uuid(), '" + state + "', now()";
    }

    /** An old row and a young one; the last column is a time, the first a text and the second the person. */
    private static void insert(String columns, String values, String oldAge, String youngAge) {
        String sql = "INSERT INTO chronicles." + columns + " VALUES (" + values + " - CAST(? AS interval))";
        Sql.update(sql, OLD + columns.hashCode() + oldAge, person, oldAge);
        Sql.update(sql, YOUNG + columns.hashCode() + youngAge, person, youngAge);
    }

    private static Map<String, Integer> left(String mark) {
        Map<String, Integer> rows = new TreeMap<>();
        Map.of(
                        "sessions", "user_agent",
                        "refresh_tokens", "hash",
                        "sign_in_challenges", "hash",
                        "one_time_codes", "hash",
                        "known_devices", "mark",
                        "mails", "address",
                        "guesses", "key")
                .forEach((table, column) -> rows.put(
                        table,
                        Integer.valueOf(Sql.text(
                                "SELECT count(*) FROM chronicles." + table + " WHERE " + column + " LIKE ?",
                                mark + "%"))));
        return rows;
    }

    private static String state(UUID mail) {
        return Sql.text("SELECT state FROM chronicles.mails WHERE id = ?", mail);
    }
}
