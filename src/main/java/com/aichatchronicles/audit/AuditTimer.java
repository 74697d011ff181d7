package com.aichatchronicles.audit;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Writes refusals, lengthens the chain and purges it, in as many small transactions as it takes. */
@Startup
@Singleton
@DependsOn("SchemaMigration")
@TransactionManagement(TransactionManagementType.BEAN)
public class AuditTimer {
    private static final System.Logger LOG = System.getLogger(AuditTimer.class.getName());
    private static final int MOST_BATCHES = 100;
    private static final int MOST_UNWRITTEN = 2000;

    @Inject
    Refusals refusals;

    @Inject
    AuditService log;

    @Inject
    ChainService chain;

    @Inject
    AuditConfig config;

    @Inject
    Clock clock;

    private final List<AuditEntry> unwritten = new ArrayList<>();
    private boolean failing;

    @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
    void lengthen() {
        try {
            writeRefusals(clock.instant());
            repeat(chain::chain);
            failing = false;
        } catch (SQLException | RuntimeException e) {
            // Said once, not every second for as long as the database is away.
            LOG.log(failing ? Level.DEBUG : Level.WARNING, "What happens waits for the audit log: {0}", e.getMessage());
            failing = true;
        }
    }

    /** Also at each start: a server may be stopped before its hour comes. */
    @PostConstruct
    @Schedule(hour = "*", minute = "41", persistent = false)
    void purge() {
        try {
            Instant before = clock.instant().minus(config.retention());
            repeat(() -> chain.purge(before));
        } catch (SQLException | RuntimeException e) {
            LOG.log(Level.WARNING, "The audit log is purged the next time: {0}", e.getMessage());
        }
    }

    /** What a stop would lose. */
    @PreDestroy
    void finish() {
        try {
            writeRefusals(clock.instant().plus(Refusals.TOGETHER));
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "The last refusals are not in the audit log: {0}", e.getMessage());
        }
    }

    /** Those that the database does not take wait for the next time, as many as there is room for. */
    private void writeRefusals(Instant now) {
        List<AuditEntry> due = refusals.due(now);
        due.stream().limit(MOST_UNWRITTEN - unwritten.size()).forEach(unwritten::add);
        if (!unwritten.isEmpty()) {
            log.record(unwritten);
            unwritten.clear();
        }
    }

    private static void repeat(Batch batch) throws SQLException {
        int batches = 1;
        while (batch.run() == ChainService.BATCH && batches < MOST_BATCHES) {
            batches++;
        }
    }

    @FunctionalInterface
    private interface Batch {
        int run() throws SQLException;
    }
}
