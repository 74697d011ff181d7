package com.aichatchronicles.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aichatchronicles.platform.audit.AuditFact;
import com.aichatchronicles.testing.Together;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The chain of the audit log: that it is linear, that nobody changes it unseen, and that a purge leaves it whole. */
class ChainIT {
    private static final Instant NOW = Instant.now();

    private LogDatabase log;

    @BeforeEach
    void create() throws SQLException {
        log = new LogDatabase();
    }

    @AfterEach
    void drop() throws SQLException {
        log.close();
    }

    @Test
    void anEmptyLogIsIntact() throws Exception {
        assertThat(log.check().intact()).isTrue();
        assertThat(log.script()).isEmpty();
    }

    @Test
    void whatIsChainedIsIntactForTheServerAndForTheScript() throws Exception {
        fill(10);

        CheckView found = log.check();
        assertThat(found.intact()).isTrue();
        assertThat(found.checked()).isEqualTo(10);
        assertThat(found.lastPosition()).isEqualTo(10);
        assertThat(log.script()).isEmpty();
        assertThat(log.number("SELECT count(*) FROM chronicles.audit_pending")).isZero();
    }

    @Test
    void manyServersMakeOneChain() throws Exception {
        for (int i = 0; i < 200; i++) {
            log.write(NOW, "some.act");
        }
        Callable<Integer> server = () -> {
            int chained = log.chain();
            log.write(NOW, "another.act");
            return chained + log.chain();
        };

        Together.run(8, server);
        log.chain();

        assertThat(log.check().intact()).isTrue();
        assertThat(log.check().checked()).isEqualTo(208);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE chronicles.audit_log SET action = 'nothing' WHERE position = 2",
                "DELETE FROM chronicles.audit_log WHERE position = 2",
                "TRUNCATE chronicles.audit_log",
                "UPDATE chronicles.audit_pending SET action = 'nothing'",
                "DELETE FROM chronicles.audit_pending",
                "TRUNCATE chronicles.audit_pending",
                "UPDATE chronicles.audit_chain SET head_position = 1",
                "UPDATE chronicles.audit_chain SET anchor_position = 3, anchor_hash = head_hash",
                "DELETE FROM chronicles.audit_chain",
                "TRUNCATE chronicles.audit_chain"
            })
    void nothingIsChangedOrDeleted(String sql) throws Exception {
        fill(3);
        log.write(NOW, "not.chained.yet");

        assertThatThrownBy(() -> log.execute(sql)).hasMessageContaining("append-only");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                UPDATE chronicles.audit_log SET action = 'nothing' WHERE position = 4                       | 4 changed
                UPDATE chronicles.audit_log SET actor_id = NULL WHERE position = 4                          | 4 changed
                UPDATE chronicles.audit_log SET recorded_at = recorded_at - interval '1s' WHERE position = 1 | 1 changed
                UPDATE chronicles.audit_log SET hash = sha256('x') WHERE position = 5                       | 5 changed
                DELETE FROM chronicles.audit_log WHERE position = 3                                         | 3 missing
                DELETE FROM chronicles.audit_log WHERE position = 1                                         | 1 missing
                DELETE FROM chronicles.audit_log WHERE position >= 5                                        | 5 missing
                DELETE FROM chronicles.audit_log                                                            | 1 missing
                """)
    void theFirstBrokenLinkIsFound(String deed, String found) throws Exception {
        fill(6);

        log.tamper(deed);

        CheckView check = log.check();
        assertThat(check.intact()).isFalse();
        assertThat(check.brokenAt() + " " + check.reason()).isEqualTo(found);
        assertThat(log.script()).isEqualTo(found);
    }

    @Test
    void aRowWithARightHashOfAnotherPastIsFound() throws Exception {
        fill(3);

        log.tamper("""
                UPDATE chronicles.audit_log l SET previous_hash = sha256('x'), hash = sha256(convert_to(f.text, 'UTF8'))
                  FROM (SELECT string_agg(octet_length(convert_to(t, 'UTF8')) || ':' || t || ',', '' ORDER BY n) AS text
                          FROM chronicles.audit_log, unnest(ARRAY [position::text, encode(sha256('x'), 'hex'), id::text,
                               to_char(recorded_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), action,
                               outcome, times::text, actor_kind, actor_id::text, '', '', address, request_id, details])
                               WITH ORDINALITY u (t, n) WHERE position = 2) f
                 WHERE position = 2""");

        assertThat(log.check().brokenAt() + " " + log.check().reason()).isEqualTo("2 unlinked");
        assertThat(log.script()).isEqualTo("2 unlinked");
    }

    @Test
    void aPurgeTakesWhatIsOldAndLeavesTheChainWhole() throws Exception {
        log.write(NOW.minus(Duration.ofDays(40)), "old.act");
        log.write(NOW.minus(Duration.ofDays(39)), "old.act");
        log.write(NOW.minus(Duration.ofDays(3)), "young.act");
        log.write(NOW.minus(Duration.ofDays(50)), "act.that.stands.behind.a.young.one");
        log.chain();

        int purged = log.purge(NOW.minus(Duration.ofDays(30)));

        assertThat(purged).isEqualTo(2);
        assertThat(log.check().intact()).isTrue();
        assertThat(log.check().firstPosition()).isEqualTo(3);
        assertThat(log.check().checked()).isEqualTo(2);
        assertThat(log.script()).isEmpty();
        assertThat(log.fired().all()).extracting(AuditFact::action).containsExactly("audit.purged");
        assertThat(log.purge(NOW.minus(Duration.ofDays(30)))).isZero();
    }

    @Test
    void noPurgeTakesWhatIsYoungerThanADay() throws Exception {
        fill(2);

        assertThatThrownBy(() -> log.purge(NOW.plus(Duration.ofDays(1)))).hasMessageContaining("append-only");
        assertThat(log.check().checked()).isEqualTo(2);
    }

    @Test
    void whatIsTamperedWithBehindAPurgeIsFound() throws Exception {
        log.write(NOW.minus(Duration.ofDays(40)), "old.act");
        fill(3);
        log.purge(NOW.minus(Duration.ofDays(30)));

        log.tamper("DELETE FROM chronicles.audit_log WHERE position = 2");

        assertThat(List.of(log.check().brokenAt() + " " + log.check().reason(), log.script()))
                .containsOnly("2 missing");
    }

    private void fill(int rows) throws Exception {
        for (int i = 0; i < rows; i++) {
            log.write(NOW, "some.act");
        }
        log.chain();
    }
}
