package com.aichatchronicles.platform.cache;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.lang.System.Logger.Level;
import java.util.BitSet;
import java.util.UUID;
import org.eclipse.microprofile.faulttolerance.exceptions.FaultToleranceException;
import redis.clients.jedis.exceptions.JedisException;

/**
 * What the current transaction changes of the answers that are kept. To be used in a class or method with
 * {@link EvictsCache}.
 */
@ApplicationScoped
public class Evictions {
    private static final System.Logger LOG = System.getLogger(Evictions.class.getName());

    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    TransactionSynchronizationRegistry transactions;

    @Inject
    Redis redis;

    @Inject
    Versions versions;

    @Inject
    SharedVersions shared;

    @Inject
    EvictionDebtService debts;

    @Inject
    Tracking tracking;

    /**
     * After the commit no reader gets an answer from before that was made of one of these.
     *
     * @throws IllegalStateException outside a transaction
     */
    public void add(Tag... tags) {
        for (Tag tag : tags) {
            current().named.set(tag.slot());
        }
    }

    /** Tells all caches what the transaction will have changed, unless they know already. */
    void announce() {
        if (transactions.getTransactionKey() == null || transactions.getResource(Evictions.class) == null) {
            return; // nothing was named
        }
        Change change = current();
        int[] slots = change.takeUnannounced();
        if (slots.length == 0) {
            return;
        }
        forget(slots);
        if (!tell(slots, change.writer)) {
            change.owes = true;
            debts.owe();
        }
    }

    /** @return whether Redis knows now; other servers may have one though this one has none */
    private boolean tell(int[] slots, String writer) {
        if (!redis.isConfigured()) {
            return false;
        }
        try {
            shared.announce(slots, writer);
            return true;
        } catch (JedisException | FaultToleranceException e) {
            LOG.log(Level.DEBUG, "Redis is away", e);
            return false;
        }
    }

    private Change current() {
        Change change = (Change) transactions.getResource(Evictions.class);
        if (change == null) {
            change = new Change();
            transactions.putResource(Evictions.class, change);
            transactions.registerInterposedSynchronization(change);
        }
        return change;
    }

    private void forget(int[] slots) {
        for (int slot : slots) {
            versions.forget(slot);
        }
    }

    /** What one transaction changes. */
    private final class Change implements Synchronization {
        private final String writer = UUID.randomUUID().toString();
        private final BitSet named = new BitSet(Tag.SLOTS);
        private final BitSet announced = new BitSet(Tag.SLOTS);
        private boolean owes;

        private int[] takeUnannounced() {
            BitSet more = (BitSet) named.clone();
            more.andNot(announced);
            announced.or(named);
            return more.stream().toArray();
        }

        @Override
        public void beforeCompletion() {
            if (!named.equals(announced)) {
                throw new IllegalStateException("Evictions were named in a method without @EvictsCache");
            }
        }

        @Override
        public void afterCompletion(int status) {
            int[] slots = announced.stream().toArray();
            if (slots.length == 0) {
                return;
            }
            if (owes) {
                tracking.owe();
            }
            forget(slots);
            settle(slots);
            forget(slots);
        }

        /** If Redis doesn't take it, the announcement expires there; until then nobody keeps such an answer. */
        private void settle(int[] slots) {
            if (!redis.isConfigured()) {
                return;
            }
            try {
                shared.settle(slots, writer);
            } catch (JedisException | FaultToleranceException e) {
                LOG.log(Level.DEBUG, "Redis is away", e);
            }
        }
    }
}
