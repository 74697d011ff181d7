package com.aichatchronicles.platform.idempotency;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;

/** Has expired keys forgotten, every ten minutes and in as many small transactions as it takes. */
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
public class IdempotencyTimer {
    private static final System.Logger LOG = System.getLogger(IdempotencyTimer.class.getName());
    private static final int MOST_BATCHES = 1000;

    @Inject
    IdempotencyService idempotency;

    @Schedule(hour = "*", minute = "*/10", persistent = false)
    void forgetExpired() {
        try {
            int batches = 1;
            while (idempotency.forgetExpired() == IdempotencyService.BATCH && batches < MOST_BATCHES) {
                batches++;
            }
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "Expired idempotency keys stay until the next time: {0}", e.getMessage());
        }
    }
}
