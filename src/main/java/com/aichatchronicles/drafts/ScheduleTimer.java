package com.aichatchronicles.drafts;

import com.aichatchronicles.platform.config.Rounds;
import com.aichatchronicles.platform.errors.ApiException;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Timeout;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.util.UUID;

/** Has drafts published whose time has come, in every round and each in a transaction of its own. */
@Startup
@Singleton
@DependsOn("SchemaMigration")
@TransactionManagement(TransactionManagementType.BEAN)
public class ScheduleTimer {
    private static final System.Logger LOG = System.getLogger(ScheduleTimer.class.getName());

    @Resource
    TimerService timers;

    @Inject
    Rounds rounds;

    @Inject
    ScheduleService schedules;

    @PostConstruct
    void begin() {
        rounds.begin(timers);
    }

    @Timeout
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
