package com.aichatchronicles.drafts;

import com.aichatchronicles.platform.errors.ApiException;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.util.UUID;

/** Has drafts published whose time has come, every five seconds and each in a transaction of its own. */
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
public class ScheduleTimer {
    private static final System.Logger LOG = System.getLogger(ScheduleTimer.class.getName());

    @Inject
    ScheduleService schedules;

    @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
    void publishDue() {
        try {
            schedules.due().forEach(this::publish);
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "Scheduled drafts wait until the next time: {0}", e.getMessage());
        }
    }

    private void publish(UUID conversation) {
        try {
            schedules.publish(conversation);
        } catch (ApiException e) {
            schedules.refuse(conversation);
            LOG.log(Level.INFO, "The scheduled draft {0} is not published: {1}", conversation, e.code());
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "The scheduled draft {0} waits: {1}", conversation, e.getMessage());
        }
    }
}
