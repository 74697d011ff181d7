package com.aichatchronicles.usernames;

import com.aichatchronicles.platform.config.Rounds;
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

/** Has the looks of names worked out that were taken over: soon after they come, in small transactions. */
@Startup
@Singleton
@DependsOn("SchemaMigration")
@TransactionManagement(TransactionManagementType.BEAN)
public class UsernameTimer {
    private static final System.Logger LOG = System.getLogger(UsernameTimer.class.getName());
    private static final int MOST_BATCHES = 2000;

    @Resource
    TimerService timers;

    @Inject
    Rounds rounds;

    @Inject
    UsernameService usernames;

    @PostConstruct
    void begin() {
        usernames.findMissed();
        rounds.begin(timers);
    }

    @Timeout
    void noteOthers() {
        try {
            int batches = 1;
            while (usernames.noteOthers() == UsernameService.BATCH && batches < MOST_BATCHES) {
                batches++;
            }
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "The looks of taken-over names wait until the next time: {0}", e.getMessage());
        }
    }
}
