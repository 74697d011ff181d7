package com.aichatchronicles.platform.errors;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;

class CausesTest {
    @Test
    void aWrappedFailureIsFound() {
        ApiException ours = new ApiException(ErrorCode.PROFILE_NOT_FOUND);

        assertThat(Causes.find(new IllegalStateException(new RuntimeException(ours)), ApiException.class))
                .containsSame(ours);
        assertThat(Causes.find(ours, ApiException.class)).containsSame(ours);
        assertThat(Causes.find(new IllegalStateException(), ApiException.class)).isEmpty();
        assertThat(Causes.find(null, ApiException.class)).isEmpty();
    }

    @Test
    void aCircleOfCausesEnds() {
        Exception first = new Exception("first");
        first.initCause(new Exception("second", first));

        assertThat(Causes.find(first, ApiException.class)).isEmpty();
        assertThat(Causes.isDatabaseAway(first)).isFalse();
    }

    @Test
    void aUniqueIndexRefusesDuplicates() {
        assertThat(Causes.isDuplicate(wrapped("23505"))).isTrue();
        assertThat(Causes.isDuplicate(wrapped("23503"))).isFalse();
        assertThat(Causes.isDuplicate(new RuntimeException(new SQLException("no state"))))
                .isFalse();
        assertThat(Causes.isDuplicate(new RuntimeException())).isFalse();
    }

    @Test
    void aDatabaseThatCannotServeIsAway() {
        for (String state : new String[] {"08001", "08006", "53300", "57P01", "57014"}) {
            assertThat(Causes.isDatabaseAway(wrapped(state))).as(state).isTrue();
        }
        assertThat(Causes.isDatabaseAway(new RuntimeException(new SQLTransientConnectionException())))
                .isTrue();
    }

    @Test
    void aFaultOfOursIsNotTheDatabases() {
        for (String state : new String[] {"23505", "42601", "22001"}) {
            assertThat(Causes.isDatabaseAway(wrapped(state))).as(state).isFalse();
        }
        assertThat(Causes.isDatabaseAway(new RuntimeException(new SQLException("no state"))))
                .isFalse();
    }

    @Test
    void onlyWhatConcurrencyMadeFailIsWorthAnotherCall() {
        assertThat(Causes.isConflict(wrapped("40P01"))).isTrue();
        assertThat(Causes.isConflict(wrapped("40001"))).isTrue();
        for (String state : new String[] {"23505", "23503", "57014", "40000", "08006"}) {
            assertThat(Causes.isConflict(wrapped(state))).as(state).isFalse();
        }
        assertThat(Causes.isConflict(new RuntimeException(new SQLException("no state"))))
                .isFalse();
    }

    @Test
    void aRowWithoutWhatItRefersToIsAnOrphan() {
        assertThat(Causes.isOrphan(wrapped("23503"))).isTrue();
        assertThat(Causes.isOrphan(wrapped("23505"))).isFalse();
        assertThat(Causes.isOrphan(new RuntimeException())).isFalse();
    }

    private static Throwable wrapped(String state) {
        return new IllegalStateException(new RuntimeException(new SQLException("refused", state)));
    }
}
