package com.aichatchronicles.notifications;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;

/** Sends digests and forgets old notifications, in as many small transactions as it takes. */
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
public class NotificationTimer {
    private static final System.Logger LOG = System.getLogger(NotificationTimer.class.getName());
    private static final int MOST = 1000;

    @Inject
    NotificationService notifications;

    @Inject
    DigestService digests;

    @Schedule(hour = "*", minute = "*", second = "*/15", persistent = false)
    void sendDigests() {
        try {
            int sent = 0;
            while (sent < MOST && digests.sendNext()) {
                sent++;
            }
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "Digests wait until the next time: {0}", e.getMessage());
        }
    }

    @Schedule(hour = "*", minute = "25", persistent = false)
    void forgetOld() {
        try {
            int batches = 1;
            while (notifications.forgetOld() == NotificationService.BATCH && batches < MOST) {
                batches++;
            }
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "Old notifications stay until the next time: {0}", e.getMessage());
        }
    }
}
