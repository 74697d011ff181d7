package com.aichatchronicles.platform.persistence;

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
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;

/** Has every table tidied that forgets, twice a minute and in as many small transactions as it takes. */
@Startup
@Singleton
@DependsOn("SchemaMigration")
@TransactionManagement(TransactionManagementType.BEAN)
public class TidyTimer {
    private static final System.Logger LOG = System.getLogger(TidyTimer.class.getName());
    private static final int INTERVALS = 6;
    private static final int MOST_ROUNDS = 1000;

    @Resource
    TimerService timers;

    @Inject
    Rounds rounds;

    @Inject
    Event<Tidying> tidying;

    @PostConstruct
    void begin() {
        rounds.beginEvery(INTERVALS, timers);
    }

    @Timeout
    void tidy() {
        try {
            int repetitions = 1;
            while (round().isToGoOn() && repetitions < MOST_ROUNDS) {
                repetitions++;
            }
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "Old rows stay until the next time: {0}", e.getMessage());
        }
    }

    private Tidying round() {
        Tidying round = new Tidying();
        tidying.fire(round);
        return round;
    }
}
