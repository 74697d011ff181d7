package com.aichatchronicles.platform.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.interceptor.InvocationContext;
import java.io.ByteArrayInputStream;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ConflictRetriesTest {
    private static final Exception DEADLOCK = new IllegalStateException(new SQLException("deadlock detected", "40P01"));

    private record Body(String text) {}

    @Test
    void aCallThatSucceedsIsMadeOnce() throws Exception {
        Call call = new Call("done");

        assertThat(new ConflictRetries().call(call)).isEqualTo("done");
        assertThat(call.made).isEqualTo(1);
    }

    @Test
    void aCallThatMetADeadlockIsMadeAnew() throws Exception {
        Call call = new Call(DEADLOCK, DEADLOCK, "done");
        call.parameters = new Object[] {UUID.randomUUID(), "id", 7, new Body("text"), null};

        assertThat(new ConflictRetries().call(call)).isEqualTo("done");
        assertThat(call.made).isEqualTo(3);
    }

    @Test
    void whoMeetsNothingButDeadlocksGivesUp() {
        Call call = new Call(Collections.nCopies(10, DEADLOCK).toArray());

        assertThatThrownBy(() -> new ConflictRetries().call(call)).isSameAs(DEADLOCK);
        assertThat(call.made).isEqualTo(ConflictRetries.MOST);
    }

    @Test
    void anotherFailureIsNotTriedAgain() {
        Exception duplicate = new IllegalStateException(new SQLException("duplicate key", "23505"));
        Call call = new Call(duplicate, "done");

        assertThatThrownBy(() -> new ConflictRetries().call(call)).isSameAs(duplicate);
        assertThat(call.made).isEqualTo(1);
    }

    @Test
    void aBodyThatWasReadCanNotBeReadAgain() {
        Call call = new Call(DEADLOCK, "done");
        call.parameters = new Object[] {"id", new ByteArrayInputStream(new byte[0])};

        assertThatThrownBy(() -> new ConflictRetries().call(call)).isSameAs(DEADLOCK);
        assertThat(call.made).isEqualTo(1);
    }

    /** Ends each time as it was told. */
    private static final class Call implements InvocationContext {
        private final Deque<Object> ends;
        private Object[] parameters = {};
        private int made;

        private Call(Object... ends) {
            this.ends = new ArrayDeque<>(List.of(ends));
        }

        @Override
        public Object proceed() throws Exception {
            made++;
            Object end = ends.pop();
            if (end instanceof Exception failure) {
                throw failure;
            }
            return end;
        }

        @Override
        public Method getMethod() {
            return getClass().getMethods()[0];
        }

        @Override
        public Object[] getParameters() {
            return parameters;
        }

        @Override
        public void setParameters(Object[] changed) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Object getTarget() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Object getTimer() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Constructor<?> getConstructor() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Map<String, Object> getContextData() {
            throw new UnsupportedOperationException();
        }
    }
}
