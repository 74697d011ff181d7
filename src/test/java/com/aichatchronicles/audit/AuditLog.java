package com.aichatchronicles.audit;

import com.aichatchronicles.testing.Sql;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** The audit log as the database has it. */
public final class AuditLog {
    private static final int PATIENCE_SECONDS = 20;

    private AuditLog() {}

    /** Waits until a query of the log, with its parameters, counts so many rows. */
    public static void await(String where, int count, Object... parameters) {
        Instant deadline = Instant.now().plusSeconds(PATIENCE_SECONDS);
        while (count(where, parameters) < count) {
            if (Instant.now().isAfter(deadline)) {
                throw new IllegalStateException("Not " + count + " rows where " + where);
            }
            pause();
        }
    }

    /** @return how many rows of the log there are with that */
    static int count(String where, Object... parameters) {
        return Integer.parseInt(Sql.text("SELECT count(*) FROM chronicles.audit_log WHERE " + where, parameters));
    }

    /** Waits until everything that has happened is in the log. */
    static void awaitAll() {
        Instant deadline = Instant.now().plusSeconds(PATIENCE_SECONDS);
        while (!"0".equals(Sql.text("SELECT count(*) FROM chronicles.audit_pending"))) {
            if (Instant.now().isAfter(deadline)) {
                throw new IllegalStateException("Facts still wait to be chained");
            }
            pause();
        }
    }

    /** @return a request id that nobody else has */
    static String newRequestId() {
        return "audit-" + UUID.randomUUID();
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
