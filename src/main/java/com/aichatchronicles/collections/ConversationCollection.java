package com.aichatchronicles.collections;

import com.aichatchronicles.platform.errors.ApiException;
import com.aichatchronicles.platform.errors.ErrorCode;
import com.aichatchronicles.sessions.Caller;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/**
 * A named list of conversations. Made empty by its owner, who fills, arranges and renames it and may show it to
 * everyone; gone with the owner's account.
 */
@Entity
@Table(schema = "chronicles", name = "collections")
public class ConversationCollection {
    @Id
    private UUID id;

    @Column(name = "owner_id")
    private UUID ownerId;

    private String name;
    private String description;
    private boolean shared;
    private long version;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    protected ConversationCollection() {} // required by JPA

    /**
     * @param wanted validated
     * @param now the present time
     */
    ConversationCollection(UUID id, UUID ownerId, NewCollection wanted, Instant now) {
        this.id = id;
        this.ownerId = ownerId;
        this.name = wanted.name().strip();
        this.description = text(wanted.description());
        this.shared = Boolean.TRUE.equals(wanted.shared());
        this.version = 1;
        this.createdAt = now;
        this.updatedAt = now;
    }

    UUID id() {
        return id;
    }

    long version() {
        return version;
    }

    /** @throws ApiException COLLECTION_NOT_FOUND for a private one of somebody else, else INSUFFICIENT_PERMISSIONS */
    void requireChangeableBy(Caller caller) {
        boolean own = ownerId.equals(caller.id());
        if (!own && !shared) {
            throw new ApiException(ErrorCode.COLLECTION_NOT_FOUND);
        }
        if (!own && !caller.isAdmin()) {
            throw new ApiException(ErrorCode.INSUFFICIENT_PERMISSIONS);
        }
    }

    /** Takes over each member that is given; an empty description clears it. */
    void edit(CollectionEdit changes, Instant now) {
        name = changes.name() == null ? name : changes.name().strip();
        description = changes.description() == null ? description : text(changes.description());
        shared = changes.shared() == null ? shared : changes.shared();
        rearranged(now);
    }

    /** Notes that the order is another one: whoever read the former one must not overwrite it unaware. */
    void rearranged(Instant now) {
        version++;
        updatedAt = now;
    }

    /** Notes that something came or went, which takes nothing from an editor. */
    void filled(Instant now) {
        updatedAt = now;
    }

    private static String text(String given) {
        return given == null || given.isBlank() ? null : given.strip();
    }
}
