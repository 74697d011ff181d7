package com.aichatchronicles.devices;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/** A device from which an account has been signed in to, known by a mark that can't be turned back. */
@Entity
@IdClass(KnownDevice.Key.class)
@Table(schema = "chronicles", name = "known_devices")
@NamedQuery(name = KnownDevice.MARKS, query = """
                SELECT d.mark FROM KnownDevice d
                 WHERE d.userId = :user AND d.mark IN :marks AND d.lastSeenAt > :since""")
@NamedQuery(
        name = KnownDevice.NEWEST,
        query = "SELECT d.lastSeenAt FROM KnownDevice d WHERE d.userId = :user ORDER BY d.lastSeenAt DESC")
@NamedQuery(
        name = KnownDevice.OLDER,
        query = "DELETE FROM KnownDevice d WHERE d.userId = :user AND d.lastSeenAt < :time")
@NamedQuery(name = KnownDevice.UNUSED, query = "DELETE FROM KnownDevice d WHERE d.lastSeenAt < :time")
public class KnownDevice {
    static final String MARKS = "KnownDevice.marks";
    static final String NEWEST = "KnownDevice.newest";
    static final String OLDER = "KnownDevice.older";
    static final String UNUSED = "KnownDevice.unused";

    /** Marks that an account keeps; a device has two. */
    static final int MOST = 40;

    @Id
    @Column(name = "user_id")
    private UUID userId;

    @Id
    private String mark;

    @Column(name = "last_seen_at")
    private Instant lastSeenAt;

    protected KnownDevice() {} // required by JPA

    KnownDevice(UUID userId, String mark, Instant now) {
        this.userId = userId;
        this.mark = mark;
        this.lastSeenAt = now;
    }

    /** What tells one from another; no record, because EclipseLink does not take one (eclipselink 2656). */
    public static class Key implements Serializable {
        private static final long serialVersionUID = 1L;

        private UUID userId;
        private String mark;

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && Objects.equals(userId, key.userId) && Objects.equals(mark, key.mark);
        }

        @Override
        public int hashCode() {
            return Objects.hash(userId, mark);
        }
    }
}
