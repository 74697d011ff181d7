package com.aichatchronicles.notifications;

import com.aichatchronicles.platform.config.Rounds;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Timeout;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;

/** Sends digests and forgets old notifications, in as many small transactions as it takes. */
@Startup
@Singleton
@DependsOn("SchemaMigration")
@TransactionManagement(TransactionManagementType.BEAN)
public class NotificationTimer {
    private static final System.Logger LOG = System.getLogger(NotificationTimer.class.getName());
    private static final int MOST = 1000;

    @Resource
    TimerService timers;

    @Inject
    Rounds rounds;

    @Inject
    NotificationService notifications;

    @Inject
    DigestService digests;

    @PostConstruct
    void begin() {
        rounds.begin(timers);
    }

    @Timeout
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
