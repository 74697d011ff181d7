package com.aichatchronicles.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class CheckedConnectionTest {
    private static final long LATER = TimeUnit.MILLISECONDS.toNanos(CheckedConnection.GOOD_FOR_MILLISECONDS);

    private final Connection checked = CheckedConnection.of(counting(), () -> this.now);

    private long now = 17;
    private int questions;
    private boolean isThere = true;

    @Test
    void aConnectionThatWasThereAMomentAgoIsNotAskedAgain() throws SQLException {
        assertThat(checked.isValid(2)).isTrue();
        now += LATER - 1;
        assertThat(checked.isValid(2)).isTrue();

        assertThat(questions).isEqualTo(1);
    }

    @Test
    void afterAWhileItIsAskedAgain() throws SQLException {
        checked.isValid(2);
        isThere = false;
        now += LATER;

        assertThat(checked.isValid(2)).isFalse();
        assertThat(questions).isEqualTo(2);
    }

    @Test
    void aConnectionThatWasGoneIsAskedEachTime() throws SQLException {
        isThere = false;
        checked.isValid(2);

        assertThat(checked.isValid(2)).isFalse();
        assertThat(questions).isEqualTo(2);
    }

    @Test
    void everythingElseIsTheConnectionsOwn() throws SQLException {
        assertThat(checked.getCatalog()).isEqualTo("chronicles");
        assertThat(checked).isEqualTo(checked).isNotEqualTo(counting());
    }

    @Test
    void whatTheConnectionThrowsIsThrown() {
        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(checked::commit)
                .withMessage("no commit");
    }

    /** A connection in which nothing works but what these tests ask. */
    private Connection counting() {
        return (Connection) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    switch (method.getName()) {
                        case "isValid":
                            questions++;
                            return isThere;
                        case "getCatalog":
                            return "chronicles";
                        default:
                            throw new SQLException("no " + method.getName());
                    }
                });
    }
}
