package com.aichatchronicles.drills;

import static org.assertj.core.api.Assertions.assertThat;

import com.aichatchronicles.testing.TestRedis;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What was unpublished or edited behind the back of Redis does not come up again when Redis comes back. */
class OldCopiesDrill {
    private static final int LOOKS = 50;

    @FunctionalInterface
    private interface Step {
        void run() throws Exception;
    }

    @Test
    void ofARedisThatWasFrozenMeanwhile() throws Exception {
        changeMeanwhile("unpublished and edited while Redis was frozen", TestRedis::freeze, TestRedis::thaw);
    }

    @Test
    void ofARedisThatWasStoppedMeanwhile() throws Exception {
        changeMeanwhile("unpublished and edited while Redis was stopped", TestRedis::stop, TestRedis::start);
    }

    @Test
    void ofARedisThatComesBackFromAnOldDump() throws Exception {
        Fleet fleet = Fleet.ready();
        changeMeanwhile(
                "unpublished and edited before Redis came back from an older dump",
                () -> {
                    TestRedis.stop();
                    TestRedis.keepDump();
                    TestRedis.start();
                    fleet.awaitRedis();
                },
                () -> {
                    TestRedis.stop();
                    TestRedis.restoreDump();
                    TestRedis.start();
                });
    }

    private static void changeMeanwhile(String name, Step before, Step after) throws Exception {
        Fleet fleet = Fleet.ready();
        Journal journal = new Journal();
        Writer writer = new Writer(fleet, fleet.first());
        String hidden = writer.publish(journal, "To be hidden");
        String edited = writer.publish(journal, "To be edited");
        for (int look = 0; look < 3; look++) { // until every cache there may be has both
            writer.shows(journal, hidden, "To be hidden");
            writer.shows(journal, edited, "To be edited");
        }
        before.run();
        try {
            writer.put(journal, hidden, Writer.edit("To be hidden", false));
            writer.put(journal, edited, Writer.edit("Edited"));
            writer.shows(journal, hidden, null);
            writer.shows(journal, edited, "Edited");
        } finally {
            after.run();
        }
        look(journal, writer, hidden, edited);
        Duration back = fleet.awaitRedis();
        look(journal, writer, hidden, edited);
        fleet.second().kill(); // a server that has just started knows only what Redis and the database tell it
        fleet.second().start();
        fleet.second().awaitReady();
        look(journal, writer, hidden, edited);
        Figures.print(
                name,
                journal.start(),
                "requests by status " + journal.byStatus() + ", Redis in use " + Figures.seconds(back)
                        + " after its return, old copies seen "
                        + journal.broken().size());
        assertThat(journal.unserved()).isEmpty();
        assertThat(journal.broken()).isEmpty();
    }

    private static void look(Journal journal, Writer writer, String hidden, String edited) {
        writer.keepsShowing(journal, hidden, null, LOOKS);
        writer.keepsShowing(journal, edited, "Edited", LOOKS);
    }
}
