package com.aichatchronicles.signon.identities;

import com.aichatchronicles.accounts.AccountService;
import com.aichatchronicles.accounts.AccountsConfig;
import com.aichatchronicles.accounts.CredentialService;
import com.aichatchronicles.platform.audit.AuditFact;
import com.aichatchronicles.platform.errors.ApiException;
import com.aichatchronicles.platform.errors.ErrorCode;
import com.aichatchronicles.platform.persistence.Sql;
import com.aichatchronicles.sessions.Caller;
import com.aichatchronicles.sessions.SessionService;
import com.aichatchronicles.signon.providers.SignOnConfig;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The identities that open an account, for its owner. */
@Stateless
public class OwnIdentityService {
    private static final int MOST_LISTED = 100;

    @PersistenceContext
    EntityManager entities;

    @Inject
    AccountService accounts;

    @Inject
    CredentialService credentials;

    @Inject
    SessionService sessions;

    @Inject
    AccountsConfig passwords;

    @Inject
    SignOnConfig config;

    @Inject
    Event<AuditFact> facts;

    private record Linked(UUID id, String provider, String issuer, String subject) {}

    /**
     * @param account the caller's
     * @param asking the caller's session
     * @return the identities, the last used first, at most a hundred
     */
    public List<IdentityView> list(UUID account, UUID asking) {
        List<?> rows = new Sql()
                .add("""
                        SELECT i.id, i.provider, i.issuer, i.email, i.created_at, i.last_sign_in_at, EXISTS (
                               SELECT FROM chronicles.provider_sessions p
                                WHERE p.session_id = ? AND p.issuer = i.issuer AND p.subject = i.subject)
                          FROM chronicles.identities i WHERE i.user_id = ?
                         ORDER BY i.last_sign_in_at DESC, i.id LIMIT ?""", asking, account, MOST_LISTED)
                .by(entities::createNativeQuery)
                .getResultList();
        return rows.stream().map(row -> view((Object[]) row)).toList();
    }

    /**
     * Takes an identity from an account, with the sessions that came by it, but for the caller's own.
     *
     * @param caller who has just proved to be the owner
     * @param id the identity
     * @throws ApiException IDENTITY_NOT_FOUND, also for somebody else's; IDENTITY_REQUIRED if its provider rules the
     *     account, which would go on without it; LAST_SIGN_IN_METHOD if its owner could not sign in any more
     */
    public void unlink(Caller caller, UUID id) {
        accounts.lockProof(caller.id()); // one after the other, so that of two at once one stays
        List<Linked> all = all(caller.id());
        Linked identity = all.stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new ApiException(ErrorCode.IDENTITY_NOT_FOUND));
        if (config.ruling().contains(identity.issuer())) {
            throw new ApiException(ErrorCode.IDENTITY_REQUIRED);
        }
        if (!staysOpen(caller.id(), all, identity)) {
            throw new ApiException(ErrorCode.LAST_SIGN_IN_METHOD);
        }
        execute("DELETE FROM chronicles.identities WHERE id = ?", id);
        execute(
                "DELETE FROM chronicles.sign_on_codes WHERE issuer = ? AND subject = ?",
                identity.issuer(),
                identity.subject());
        endSessions(identity, caller.sessionId());
        facts.fire(AuditFact.done("identity.unlinked").on("user", caller.id()).with("provider", identity.provider()));
    }

    private boolean staysOpen(UUID account, List<Linked> all, Linked without) {
        return passwords.passwordSignIn() && credentials.hasPassword(account)
                || all.stream().filter(one -> !one.equals(without)).anyMatch(one -> config.knows(one.issuer()));
    }

    private void endSessions(Linked identity, UUID kept) {
        List<?> found = new Sql()
                .add("SELECT session_id FROM chronicles.provider_sessions WHERE issuer = ?", identity.issuer())
                .add("AND subject = ? AND session_id <> ?", identity.subject(), kept)
                .by(entities::createNativeQuery)
                .getResultList();
        found.forEach(session -> sessions.end((UUID) session));
    }

    private List<Linked> all(UUID account) {
        List<?> rows = new Sql()
                .add("SELECT id, provider, issuer, subject FROM chronicles.identities WHERE user_id = ?", account)
                .by(entities::createNativeQuery)
                .getResultList();
        return rows.stream()
                .map(row -> (Object[]) row)
                .map(row -> new Linked((UUID) row[0], (String) row[1], (String) row[2], (String) row[3]))
                .toList();
    }

    private void execute(String statement, Object... values) {
        new Sql().add(statement, values).by(entities::createNativeQuery).executeUpdate();
    }

    private static IdentityView view(Object[] row) {
        return new IdentityView(
                (UUID) row[0],
                (String) row[1],
                (String) row[2],
                (String) row[3],
                instant(row[4]),
                instant(row[5]),
                (boolean) row[6]);
    }

    private static Instant instant(Object column) {
        return ((Timestamp) column).toInstant();
    }
}
