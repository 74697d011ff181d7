package com.aichatchronicles.recovery;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * A code that was sent to somebody, known by its hash alone. Gone once it, or another for the same purpose, is used.
 */
@Entity
@Table(schema = "chronicles", name = "one_time_codes")
@NamedQuery(
        name = OneTimeCode.OWNER,
        query = "SELECT c.userId FROM OneTimeCode c"
                + " WHERE c.hash = :hash AND c.purpose IN :purposes AND c.expiresAt > :now")
@NamedQuery(
        name = OneTimeCode.VOID_OLDER,
        query = "DELETE FROM OneTimeCode c WHERE c.userId = :user AND c.purpose = :purpose AND c.mailId <> :mail")
@NamedQuery(
        name = OneTimeCode.VOID,
        query = "DELETE FROM OneTimeCode c WHERE c.userId = :user AND c.purpose = :purpose")
@NamedQuery(name = OneTimeCode.VOID_ALL, query = "DELETE FROM OneTimeCode c WHERE c.userId = :user")
public class OneTimeCode {
    static final String OWNER = "OneTimeCode.owner";
    static final String VOID_OLDER = "OneTimeCode.voidOlder";
    static final String VOID = "OneTimeCode.void";
    static final String VOID_ALL = "OneTimeCode.voidAll";

    @Id
    private String hash;

    @Column(name = "user_id")
    private UUID userId;

    @Enumerated(EnumType.STRING)
    private Purpose purpose;

    private String address;

    @Column(name = "mail_id")
    private UUID mailId;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "expires_at")
    private Instant expiresAt;

    protected OneTimeCode() {} // required by JPA

    /**
     * @param hash of the code
     * @param redeemed what its use will prove
     * @param mailId the mail that carries it
     * @param now the present time
     */
    OneTimeCode(String hash, Redeemed redeemed, UUID mailId, Instant now) {
        this.hash = hash;
        this.userId = redeemed.accountId();
        this.purpose = redeemed.purpose();
        this.address = redeemed.address();
        this.mailId = mailId;
        this.createdAt = now;
        this.expiresAt = now.plus(purpose.lifetime());
    }

    /** @return whether it may be used at that time for one of these */
    boolean isGoodFor(Set<Purpose> purposes, Instant time) {
        return purposes.contains(purpose) && expiresAt.isAfter(time);
    }

    Redeemed redeem() {
        return new Redeemed(userId, purpose, address);
    }
}
