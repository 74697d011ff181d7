package com.aichatchronicles.accounts;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/**
 * That there was an account, and when it went: for an audit, and to delete it again after a backup was restored.
 * Nothing here tells whose it was.
 */
@Entity
@Table(schema = "chronicles", name = "deleted_accounts")
public class DeletedAccount {
    @Id
    @Column(name = "account_id")
    private UUID accountId;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "deleted_at")
    private Instant deletedAt;

    protected DeletedAccount() {} // required by JPA

    DeletedAccount(UUID accountId, Instant createdAt, Instant deletedAt) {
        this.accountId = accountId;
        this.createdAt = createdAt;
        this.deletedAt = deletedAt;
    }
}
