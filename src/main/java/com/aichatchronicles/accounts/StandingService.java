package com.aichatchronicles.accounts;

import com.aichatchronicles.platform.audit.AuditFact;
import com.aichatchronicles.platform.audit.AuditParty;
import com.aichatchronicles.platform.cache.Evictions;
import com.aichatchronicles.platform.cache.EvictsCache;
import com.aichatchronicles.platform.cache.Tag;
import com.aichatchronicles.platform.errors.ApiException;
import com.aichatchronicles.platform.errors.ErrorCode;
import com.aichatchronicles.platform.http.EntityTags;
import com.aichatchronicles.sessions.GoodStanding;
import com.aichatchronicles.sessions.Role;
import com.aichatchronicles.sessions.SessionService;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What becomes of an account by the will of those who run the site. Each act holds at once on every server, because
 * each request asks for session and role, and each is a fact for the audit log.
 *
 * <p>There is always an admin who can sign in: whatever could take the last one first locks the rows of all of them, in
 * one order, so that of two who demote each other at once one stays.
 */
@Stateless
public class StandingService {
    private static final System.Logger LOG = System.getLogger(StandingService.class.getName());
    private static final String USER = "user";
    private static final String ROLE_CHANGED = "user.role_changed";

    /** Those who can sign in, if the account is an admin's. */
    private static final String ADMINS = """
            SELECT u.id FROM auth.users u
             WHERE u.account_role = 'admin'
               AND EXISTS (SELECT FROM auth.users l WHERE l.id = ?1 AND l.account_role = 'admin')
               AND""" + ' ' + GoodStanding.CONDITION + " ORDER BY u.id FOR UPDATE";

    @PersistenceContext
    EntityManager entities;

    @Inject
    SessionService sessions;

    @Inject
    CredentialService credentials;

    @Inject
    Event<AccountDeleted> deleted;

    @Inject
    Event<AuditFact> facts;

    @Inject
    Evictions evictions;

    @Inject
    Clock clock;

    /**
     * @param id the account
     * @param role what it may do from now on
     * @param ifMatch the caller's If-Match header, or null
     * @throws ApiException USER_NOT_FOUND, PRECONDITION_FAILED; LAST_ADMIN if there would be none
     */
    public void changeRole(UUID id, Role role, String ifMatch) {
        Account account = role == Role.ADMIN ? require(id, ifMatch) : requireLosable(id, ifMatch);
        change(account, role, AuditFact.done(ROLE_CHANGED));
    }

    /**
     * Gives an account the role that its groups at a provider give it. The last admin stays one.
     *
     * @param id the account
     * @param role what it may do from now on
     * @param provider by its name in the configuration
     * @throws ApiException USER_NOT_FOUND
     */
    public void followProvider(UUID id, Role role, String provider) {
        AuditFact fact = AuditFact.done(ROLE_CHANGED)
                .by(new AuditParty("provider", null))
                .with("provider", provider);
        try {
            change(role == Role.ADMIN ? require(id, null) : requireLosable(id, null), role, fact);
        } catch (ApiException e) { // thrown within this bean, so the transaction goes on
            if (e.code() != ErrorCode.LAST_ADMIN) {
                throw e;
            }
            LOG.log(Level.WARNING, "The provider {0} takes the role of the last admin, who keeps it", provider);
        }
    }

    /**
     * Keeps somebody out, and ends all their sessions.
     *
     * @param id the account
     * @param until the end of it
     * @param ifMatch the caller's If-Match header, or null
     * @throws ApiException USER_NOT_FOUND, PRECONDITION_FAILED; LAST_ADMIN if there would be none
     */
    public void ban(UUID id, Instant until, String ifMatch) {
        requireLosable(id, ifMatch).ban(until, clock.instant());
        sessions.endAll(id);
        facts.fire(AuditFact.done("user.banned").on(USER, id).with("until", until));
    }

    /** @throws ApiException USER_NOT_FOUND, PRECONDITION_FAILED */
    public void unban(UUID id, String ifMatch) {
        require(id, ifMatch).unban(clock.instant());
        facts.fire(AuditFact.done("user.unbanned").on(USER, id));
    }

    /**
     * Keeps somebody out until {@link #activate}, and ends all their sessions; a ban stays what it is.
     *
     * @param id the account
     * @throws ApiException USER_NOT_FOUND; LAST_ADMIN if there would be none
     */
    public void deactivate(UUID id) {
        requireLosable(id, null).deactivate(clock.instant());
        sessions.endAll(id);
        facts.fire(AuditFact.done("user.deactivated").on(USER, id));
    }

    /** @throws ApiException USER_NOT_FOUND */
    public void activate(UUID id) {
        require(id, null).activate(clock.instant());
        facts.fire(AuditFact.done("user.activated").on(USER, id));
    }

    /**
     * Ends all sessions of an account.
     *
     * @throws ApiException USER_NOT_FOUND
     */
    public void signOut(UUID id) {
        require(id, null);
        sessions.endAll(id);
        facts.fire(AuditFact.done("user.signed_out").on(USER, id));
    }

    /**
     * Takes the address of an account for its owner's without a mail.
     *
     * @throws ApiException USER_NOT_FOUND
     */
    public void verify(UUID id) {
        Account account = require(id, null);
        if (!account.isEmailConfirmed()) {
            account.confirmEmail(clock.instant());
            facts.fire(AuditFact.done("user.email_verified").on(USER, id));
        }
    }

    /**
     * Deletes an account. Everything that is of this account goes with its row, by the foreign keys of the schema; what
     * stays is a note that names nobody, and an empty place where others have replied to a comment.
     *
     * @throws ApiException USER_NOT_FOUND; LAST_ADMIN if there would be none
     */
    @EvictsCache
    public void delete(UUID id) {
        Account account = requireLosable(id, null);
        credentials.lookup(id).map(AccountDeleted::new).ifPresent(deleted::fire);
        evictions.add(Tag.EVERYTHING); // conversations and counts all over the site
        entities.persist(new DeletedAccount(id, account.createdAt(), clock.instant()));
        entities.remove(account);
        entities.flush(); // here and not at the commit, where nobody could tell why it failed
    }

    /**
     * @param id the account that is about to lose what it may do; if it is an admin's, no admin loses it besides until
     *     the transaction ends
     * @throws ApiException LAST_ADMIN if no other admin could sign in
     */
    public void requireAnotherAdmin(UUID id) {
        List<?> admins = entities.createNativeQuery(ADMINS).setParameter(1, id).getResultList();
        if (admins.size() == 1 && admins.contains(id)) {
            throw new ApiException(ErrorCode.LAST_ADMIN);
        }
    }

    /** @return an account that may go or lose its role; the second look is for one that was made an admin meanwhile */
    private Account requireLosable(UUID id, String ifMatch) {
        requireAnotherAdmin(id);
        Account account = require(id, ifMatch);
        requireAnotherAdmin(id);
        return account;
    }

    private void change(Account account, Role role, AuditFact fact) {
        Role former = account.role();
        if (former != role) {
            account.changeRole(role, clock.instant());
            facts.fire(fact.on(USER, account.id()).with("from", former.text()).with("to", role.text()));
        }
    }

    private Account require(UUID id, String ifMatch) {
        Account account = Optional.ofNullable(entities.find(Account.class, id, LockModeType.PESSIMISTIC_WRITE))
                .filter(known -> !known.isDeleted())
                .orElseThrow(() -> new ApiException(ErrorCode.USER_NOT_FOUND));
        if (!EntityTags.matches(ifMatch, account.standingVersion())) {
            throw new ApiException(ErrorCode.PRECONDITION_FAILED);
        }
        return account;
    }
}
