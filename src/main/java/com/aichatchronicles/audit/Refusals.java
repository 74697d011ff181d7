package com.aichatchronicles.audit;

import com.aichatchronicles.platform.audit.AuditFact;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Refusals that are not written yet. However many there are, no more than {@value #MOST_KINDS} kinds of them are told
 * apart at a time, and {@value #MOST_OF_ACTION} of one action, so that neither the memory nor the log grows with a
 * flood, and a flood of one action leaves room for the others.
 */
@ApplicationScoped
public class Refusals {
    static final int MOST_KINDS = 100;
    static final int MOST_OF_ACTION = 50;
    static final Duration TOGETHER = Duration.ofMinutes(1);

    private final Map<Kind, Tally> tallies = new HashMap<>();
    private Tally others;

    /** What makes two refusals the same for the log. */
    private record Kind(String action, String code, UUID actor, String address) {}

    /** How many there were since the first, which is written for itself. */
    private static final class Tally {
        private final AuditEntry first;
        private boolean written;
        private int repeated;
        private Instant last;

        private Tally(AuditEntry first) {
            this.first = first;
        }

        private void repeat(Instant time) {
            repeated++;
            last = time;
        }
    }

    /** Adds one up. */
    synchronized void add(AuditFact fact, AuditEntry entry) {
        Kind kind = new Kind(fact.action(), fact.details().get(AuditFact.CODE), entry.actorId(), entry.address());
        Tally tally = tallies.get(kind);
        if (tally != null) {
            tally.repeat(entry.recordedAt());
        } else if (isRoomFor(fact.action())) {
            tallies.put(kind, new Tally(entry));
        } else {
            addToOthers(entry);
        }
    }

    /**
     * @param now the present time
     * @return what is to be written now; it is the caller's from here on
     */
    synchronized List<AuditEntry> due(Instant now) {
        List<AuditEntry> due = new ArrayList<>();
        for (Iterator<Tally> all = tallies.values().iterator(); all.hasNext(); ) {
            Tally tally = all.next();
            if (!tally.written) {
                due.add(tally.first);
                tally.written = true;
            }
            if (isOver(tally, now)) {
                addRepeated(tally, due);
                all.remove();
            }
        }
        if (others != null && isOver(others, now)) {
            due.add(AuditEntry.various(others.repeated, others.last));
            others = null;
        }
        return due;
    }

    private boolean isRoomFor(String action) {
        return tallies.size() < MOST_KINDS
                && tallies.keySet().stream()
                                .filter(kind -> kind.action().equals(action))
                                .count()
                        < MOST_OF_ACTION;
    }

    private void addToOthers(AuditEntry entry) {
        if (others == null) {
            others = new Tally(entry);
        }
        others.repeat(entry.recordedAt());
    }

    private static void addRepeated(Tally tally, List<AuditEntry> due) {
        if (tally.repeated > 0) {
            due.add(tally.first.repeated(tally.repeated, tally.last));
        }
    }

    private static boolean isOver(Tally tally, Instant now) {
        return !tally.first.recordedAt().plus(TOGETHER).isAfter(now);
    }
}
