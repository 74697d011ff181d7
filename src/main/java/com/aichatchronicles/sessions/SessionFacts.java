package com.aichatchronicles.sessions;

import com.aichatchronicles.platform.audit.AuditFact;
import com.aichatchronicles.platform.audit.AuditParty;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;

/** What becomes of a session without its owner signing in or out, for the audit log. */
@ApplicationScoped
public class SessionFacts {
    private static final String USER = "user";
    private static final String SESSION = "session";

    @Inject
    Event<AuditFact> facts;

    /**
     * A refresh. The first of a day is noted, and no other: a client refreshes every few minutes for as long as it is
     * open, and may as often as it likes, so that each would be a row more for the log to keep for a year.
     */
    void prolonged(Session session, Instant now) {
        if (!session.wasUsedOnDayOf(now)) {
            facts.fire(AuditFact.done("sign_in.renewed")
                    .by(AuditParty.user(session.userId()))
                    .on(USER, session.userId())
                    .with(SESSION, session.id()));
        }
    }

    /** A refresh token came back too late, and the session is over; who brought it may be the thief or the owner. */
    void replayed(Session session) {
        facts.fire(AuditFact.done("session.ended")
                .on(USER, session.userId())
                .with(SESSION, session.id())
                .with("reason", "refresh_token_replayed"));
    }
}
