package com.aichatchronicles.usernames;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
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

    @Inject
    UsernameService usernames;

    @PostConstruct
    void begin() {
        usernames.findMissed();
    }

    @Schedule(hour = "*", minute = "*", second = "7", persistent = false)
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
