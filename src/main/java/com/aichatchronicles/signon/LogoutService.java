package com.aichatchronicles.signon;

import com.aichatchronicles.platform.audit.AuditFact;
import com.aichatchronicles.platform.audit.AuditParty;
import com.aichatchronicles.platform.errors.ApiException;
import com.aichatchronicles.platform.errors.ErrorCode;
import com.aichatchronicles.platform.persistence.Sql;
import com.aichatchronicles.sessions.SessionService;
import com.aichatchronicles.signon.protocol.Logout;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.util.List;
import java.util.UUID;

/** Ends what a provider says is over, on every server. */
@Stateless
public class LogoutService {
    private static final String REMEMBER = """
            INSERT INTO chronicles.logout_tokens (issuer, token, expires_at)
            VALUES (?, ?, now() + ? * interval '1 second') ON CONFLICT DO NOTHING""";

    @PersistenceContext
    EntityManager entities;

    @Inject
    SessionService sessions;

    @Inject
    Event<AuditFact> facts;

    /**
     * Ends the sessions that came from a session of a provider, or all of a person, and voids their one-time codes.
     *
     * @param logout what the provider says
     * @return how many sessions ended
     * @throws ApiException LOGOUT_TOKEN_INVALID if it has said so before, with the same token
     */
    public int end(Logout logout) {
        requireNew(logout);
        // First the codes: one that is being exchanged holds its row until its session is there to be seen.
        of("DELETE FROM chronicles.sign_on_codes", logout).executeUpdate();
        List<?> found = of("SELECT session_id, provider FROM chronicles.provider_sessions", logout)
                .getResultList();
        found.forEach(row -> end((UUID) ((Object[]) row)[0], (String) ((Object[]) row)[1]));
        return found.size();
    }

    private void end(UUID session, String provider) {
        sessions.end(session);
        facts.fire(AuditFact.done("session.ended")
                .by(new AuditParty("provider", null))
                .on("session", session)
                .with("provider", provider));
    }

    private void requireNew(Logout logout) {
        int added = new Sql()
                .add(REMEMBER, logout.issuer(), logout.token(), Logout.LIFETIME_SECONDS * 2)
                .by(entities::createNativeQuery)
                .executeUpdate();
        if (added == 0) {
            throw new ApiException(ErrorCode.LOGOUT_TOKEN_INVALID);
        }
    }

    private Query of(String what, Logout logout) {
        return new Sql()
                .add(what)
                .add(" WHERE issuer = ?", logout.issuer())
                .addIf(logout.subject() != null, "AND subject = ?", logout.subject())
                .addIf(logout.session() != null, "AND provider_session = ?", logout.session())
                .by(entities::createNativeQuery);
    }
}
