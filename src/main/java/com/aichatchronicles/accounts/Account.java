package com.aichatchronicles.accounts;

import com.aichatchronicles.sessions.Role;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.io.StringReader;
import java.time.Instant;
import java.util.UUID;

/**
 * Someone who can sign in: a row of Supabase Auth's table. Made by a registration, by the first start or by a dump of
 * the earlier database; may be banned for a time, or be deactivated by a directory; gone once {@code deleted_at} is
 * set.
 */
@Entity
@Table(schema = "auth", name = "users")
@NamedQuery(
        name = Account.BY_EMAIL,
        query = "SELECT a FROM Account a WHERE LOWER(a.email) = :email AND a.deletedAt IS NULL")
public class Account {
    static final String BY_EMAIL = "Account.byEmail";

    @Id
    private UUID id;

    private String aud;
    private String role;
    private String email;

    @Column(name = "encrypted_password")
    private String passwordHash;

    @Column(name = "email_confirmed_at")
    private Instant emailConfirmedAt;

    @Column(name = "last_sign_in_at")
    private Instant lastSignInAt;

    @Column(name = "raw_app_meta_data")
    private String appMetaData;

    @Column(name = "raw_user_meta_data")
    private String userMetaData;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    @Column(name = "banned_until")
    private Instant bannedUntil;

    @Column(name = "deleted_at")
    private Instant deletedAt;

    @Column(name = "deactivated_at")
    private Instant deactivatedAt;

    @Column(name = "is_sso_user", insertable = false, updatable = false)
    private boolean signsInElsewhere;

    /** Counts what admins change. */
    @Column(name = "standing_version", insertable = false, updatable = false)
    private long standingVersion;

    @Column(name = "account_role", insertable = false, updatable = false)
    private String accountRole;

    protected Account() {} // required by JPA

    /**
     * A new account; the database makes its profile from the names given here.
     *
     * @param registration what the person entered
     * @param passwordHash the encoded hash
     * @param role what the account may do
     * @param now the present time
     */
    Account(UUID id, Registration registration, String passwordHash, Role role, Instant now) {
        this.id = id;
        this.aud = "authenticated";
        this.role = "authenticated";
        this.email = registration.address();
        this.passwordHash = passwordHash;
        this.appMetaData = Json.createObjectBuilder()
                .add("provider", "email")
                .add("role", role.text())
                .build()
                .toString();
        this.accountRole = role.text();
        JsonObjectBuilder names = Json.createObjectBuilder()
                .add("full_name", registration.fullName().strip());
        if (registration.username() != null) {
            names.add("username", registration.username());
        }
        this.userMetaData = names.build().toString();
        this.createdAt = now;
        this.updatedAt = now;
    }

    UUID id() {
        return id;
    }

    String email() {
        return email;
    }

    String passwordHash() {
        return passwordHash;
    }

    Instant createdAt() {
        return createdAt;
    }

    Role role() {
        return Role.of(accountRole);
    }

    /** @return whether the account may sign in at that time */
    boolean mayEnterAt(Instant time) {
        return deletedAt == null && deactivatedAt == null && (bannedUntil == null || bannedUntil.isBefore(time));
    }

    /** @return whether its owner may choose a password; not where a directory keeps the account */
    boolean mayHavePassword() {
        return !signsInElsewhere;
    }

    /** @return the version for {@code If-Match} */
    long standingVersion() {
        return standingVersion;
    }

    /** Gives another role; the database reads it from there. */
    void changeRole(Role newRole, Instant now) {
        JsonObjectBuilder data = appMetaData == null ? Json.createObjectBuilder() : builder(appMetaData);
        appMetaData = data.add("role", newRole.text()).build().toString();
        accountRole = newRole.text();
        updatedAt = now;
    }

    /** Keeps its owner out until that time. */
    void ban(Instant until, Instant now) {
        bannedUntil = until;
        updatedAt = now;
    }

    void unban(Instant now) {
        bannedUntil = null;
        updatedAt = now;
    }

    /** Keeps its owner out until the directory that keeps it says otherwise. */
    void deactivate(Instant now) {
        deactivatedAt = deactivatedAt == null ? now : deactivatedAt;
        updatedAt = now;
    }

    void activate(Instant now) {
        deactivatedAt = null;
        updatedAt = now;
    }

    private static JsonObjectBuilder builder(String json) {
        try (JsonReader reader = Json.createReader(new StringReader(json))) {
            return Json.createObjectBuilder(reader.readObject());
        }
    }

    /** @return whether it was deleted softly, as Supabase does */
    boolean isDeleted() {
        return deletedAt != null;
    }

    void confirmEmail(Instant now) {
        emailConfirmedAt = now;
    }

    void signedIn(Instant now) {
        lastSignInAt = now;
    }

    /** @return whether this is still the hash of its password */
    boolean hasPassword(String hash) {
        return hash != null && hash.equals(passwordHash);
    }

    void changePassword(String newHash, Instant now) {
        passwordHash = newHash;
        updatedAt = now;
    }

    /** Takes another address, which the owner has just proved to be theirs. */
    void moveTo(String address, Instant now) {
        email = address;
        emailConfirmedAt = now;
        updatedAt = now;
    }

    boolean isEmailConfirmed() {
        return emailConfirmedAt != null;
    }

    /** Replaces a hash of an older kind by a new one of the same password. */
    void rehash(String newHash) {
        passwordHash = newHash;
    }

    UserView view() {
        return new UserView(id, email, role().text(), emailConfirmedAt != null, createdAt, lastSignInAt);
    }
}
