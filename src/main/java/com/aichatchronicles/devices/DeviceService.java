package com.aichatchronicles.devices;

import com.aichatchronicles.platform.persistence.Tidying;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The devices from which accounts have been signed in to. */
@Stateless
public class DeviceService {
    /** A device that has not signed in for so long is a stranger again. */
    static final Duration REMEMBERED = Duration.ofDays(180);

    private static final String FORGET_OLD = """
            DELETE FROM chronicles.known_devices WHERE (user_id, mark) IN (
                SELECT user_id, mark FROM chronicles.known_devices
                 WHERE last_seen_at < now() - make_interval(secs => ?1)
                 ORDER BY last_seen_at LIMIT ?2 FOR UPDATE SKIP LOCKED)""";

    @PersistenceContext
    EntityManager entities;

    @Inject
    Clock clock;

    /**
     * @param account an account, or an id that nobody has
     * @param device where the caller is
     * @return the mark by which the account knows the device, empty if it does not
     */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Optional<String> lookup(UUID account, Device device) {
        List<String> known = entities.createNamedQuery(KnownDevice.MARKS, String.class)
                .setParameter("user", account)
                .setParameter("marks", device.marks())
                .setParameter("since", clock.instant().minus(REMEMBERED))
                .getResultList();
        return device.marks().stream().filter(known::contains).findFirst();
    }

    /**
     * Makes a device known, after its owner has proved who they are.
     *
     * @param account whose it is
     * @param device where they are
     */
    public void remember(UUID account, Device device) {
        Instant now = clock.instant();
        device.marks().forEach(mark -> entities.merge(new KnownDevice(account, mark, now)));
        entities.createNamedQuery(KnownDevice.NEWEST, Instant.class)
                .setParameter("user", account)
                .setFirstResult(KnownDevice.MOST - 1)
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .ifPresent(oldest -> entities.createNamedQuery(KnownDevice.OLDER)
                        .setParameter("user", account)
                        .setParameter("time", oldest)
                        .executeUpdate());
    }

    /**
     * Makes all devices of an account strangers, as when its password was in wrong hands.
     *
     * @param account whose they are
     */
    public void forget(UUID account) {
        entities.createNamedQuery(KnownDevice.OLDER)
                .setParameter("user", account)
                .setParameter("time", clock.instant().plus(REMEMBERED))
                .executeUpdate();
    }

    /** Forgets devices that have not been used for long. */
    public void forgetOld(@Observes Tidying tidying) {
        tidying.deleted(entities.createNativeQuery(FORGET_OLD)
                .setParameter(1, REMEMBERED.toSeconds())
                .setParameter(2, Tidying.BATCH)
                .executeUpdate());
    }
}
