package com.aichatchronicles.platform.persistence;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;

/** Has every table tidied that forgets, each minute and in as many small transactions as it takes. */
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
public class TidyTimer {
    private static final System.Logger LOG = System.getLogger(TidyTimer.class.getName());
    private static final int MOST_ROUNDS = 1000;

    @Inject
    Event<Tidying> tidying;

    @Schedule(hour = "*", minute = "*", second = "17", persistent = false)
    void tidy() {
        try {
            int rounds = 1;
            while (round().isToGoOn() && rounds < MOST_ROUNDS) {
                rounds++;
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
