package com.aichatchronicles.administration;

import com.aichatchronicles.accounts.AccountService;
import com.aichatchronicles.accounts.ProfileEdit;
import com.aichatchronicles.accounts.StandingService;
import com.aichatchronicles.platform.audit.AuditFact;
import com.aichatchronicles.platform.errors.ApiException;
import com.aichatchronicles.platform.errors.ErrorCode;
import com.aichatchronicles.platform.http.Moment;
import com.aichatchronicles.platform.http.Page;
import com.aichatchronicles.platform.http.PageRequest;
import com.aichatchronicles.platform.http.Position;
import com.aichatchronicles.platform.persistence.Sql;
import com.aichatchronicles.recovery.RecoveryService;
import com.aichatchronicles.sessions.Role;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/** Accounts in the hands of admins. */
@Stateless
public class UserService {
    private static final Instant FOR_GOOD = Instant.parse("9999-12-31T00:00:00Z");

    @PersistenceContext
    EntityManager entities;

    @Inject
    UserQueries queries;

    @Inject
    StandingService standing;

    @Inject
    AccountService accounts;

    @Inject
    RecoveryService recovery;

    @Inject
    Event<AuditFact> facts;

    @Inject
    Clock clock;

    /**
     * @param filter which accounts
     * @param page which part of them
     * @return the newest first
     */
    public Page<UserEntry> list(UserFilter filter, PageRequest page) {
        return page.fill(
                queries.list(filter, page),
                queries.count(filter),
                row -> Position.at(row.user().createdAt(), row.user().id()),
                VersionedUser::user);
    }

    /**
     * @param id an account
     * @return it, with its version
     * @throws ApiException USER_NOT_FOUND
     */
    public VersionedUser find(UUID id) {
        return queries.lookup(id).orElseThrow(() -> new ApiException(ErrorCode.USER_NOT_FOUND));
    }

    /**
     * @param id an account
     * @param change validated
     * @param ifMatch the caller's If-Match header, or null
     * @return the account as it is now
     * @throws ApiException USER_NOT_FOUND, PRECONDITION_FAILED; LAST_ADMIN if there would be none
     */
    public VersionedUser changeRole(UUID id, RoleChange change, String ifMatch) {
        standing.changeRole(id, Role.of(change.role()), ifMatch);
        return reread(id);
    }

    /**
     * Puts somebody's profile right.
     *
     * @param id an account
     * @param changes validated
     * @return the account as it is now
     * @throws ApiException PROFILE_NOT_FOUND; USER_ALREADY_EXISTS if the username is taken, or one that looks like it
     */
    public VersionedUser editProfile(UUID id, ProfileEdit changes) {
        accounts.editProfile(id, changes);
        facts.fire(AuditFact.done("user.profile_edited").on("user", id));
        return reread(id);
    }

    /**
     * Keeps somebody out, in place of an earlier ban.
     *
     * @param id an account
     * @param ban validated
     * @param admin who does it
     * @param ifMatch the caller's If-Match header, or null
     * @return the account as it is now
     * @throws ApiException USER_NOT_FOUND, PRECONDITION_FAILED; VALIDATION_ERROR for an end that is over; LAST_ADMIN if
     *     there would be none
     */
    public VersionedUser ban(UUID id, NewBan ban, UUID admin, String ifMatch) {
        Instant now = clock.instant();
        Instant until = ban.until() == null ? FOR_GOOD : Moment.parseFuture("until", ban.until(), now);
        standing.ban(id, until, ifMatch);
        new Sql()
                .add("INSERT INTO chronicles.bans (user_id, reason, banned_by, created_at)")
                .add(
                        "VALUES (?, ?, ?, CAST(? AS timestamptz))",
                        id,
                        ban.reason().strip(),
                        admin,
                        now.toString())
                .add("ON CONFLICT (user_id) DO UPDATE SET reason = excluded.reason, banned_by = excluded.banned_by,")
                .add("created_at = excluded.created_at")
                .by(entities::createNativeQuery)
                .executeUpdate();
        return reread(id);
    }

    /**
     * Lets somebody in again.
     *
     * @return the account as it is now
     * @throws ApiException USER_NOT_FOUND, PRECONDITION_FAILED
     */
    public VersionedUser unban(UUID id, String ifMatch) {
        standing.unban(id, ifMatch);
        new Sql()
                .add("DELETE FROM chronicles.bans WHERE user_id = ?", id)
                .by(entities::createNativeQuery)
                .executeUpdate();
        return reread(id);
    }

    /**
     * Takes the address for the owner's.
     *
     * @return the account as it is now
     * @throws ApiException USER_NOT_FOUND
     */
    public VersionedUser verify(UUID id) {
        standing.verify(id);
        return reread(id);
    }

    /**
     * Sends the link that verifies the address once more; to somebody whose address is verified none is sent.
     *
     * @throws ApiException USER_NOT_FOUND
     */
    public void resendVerification(UUID id) {
        recovery.requestVerification(find(id).user().email());
        facts.fire(AuditFact.done("user.verification_sent").on("user", id));
    }

    private VersionedUser reread(UUID id) {
        entities.flush();
        return find(id);
    }
}
