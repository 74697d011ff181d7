package com.aichatchronicles.platform.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import com.aichatchronicles.testing.Database;
import com.aichatchronicles.testing.Deployments;
import com.aichatchronicles.testing.Member;
import com.aichatchronicles.testing.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the timer has done to expired keys. */
@ExtendWith(ArquillianExtension.class)
class ForgetKeysIT {
    private final Member person = Member.register();

    @Deployment(testable = false)
    static WebArchive war() {
        return Deployments.shippedWar();
    }

    @Test
    void theOldestGoFirstInBatchesAndTheYoungStay() {
        insertKeysOfAges("1000 days", "999 days", "998 days", "23 hours");

        Sql.text("SELECT chronicles.forget_idempotency_keys(2)");
        assertThat(keys()).isEqualTo("23 hours,998 days");

        Sql.text("SELECT chronicles.forget_idempotency_keys(1000)");
        assertThat(keys()).isEqualTo("23 hours");
    }

    @Test
    void serversThatForgetAtOnceDoNotWaitForEachOther() throws SQLException {
        insertKeysOfAges("1000 days", "999 days");
        try (Connection other = Database.connect();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("SELECT chronicles.forget_idempotency_keys(1000)");

            assertThat(Sql.text("SELECT chronicles.forget_idempotency_keys(1000)"))
                    .isEqualTo("0");
            other.commit();
        }
        assertThat(keys()).isEmpty();
    }

    private void insertKeysOfAges(String... ages) {
        for (String age : ages) {
            Sql.update(
                    "INSERT INTO chronicles.idempotency_keys (user_id, key, fingerprint, status, body, created_at)"
                            + " VALUES (?, ?, '', 201, '', now() - CAST(? AS interval))",
                    person.id(),
                    age,
                    age);
        }
    }

    private String keys() {
        return Sql.text(
                "SELECT coalesce(string_agg(key, ',' ORDER BY key), '') FROM chronicles.idempotency_keys"
                        + " WHERE user_id = ?",
                person.id());
    }
}
