package com.aichatchronicles.supabase;

import com.aichatchronicles.platform.persistence.Sql;
import com.aichatchronicles.sessions.Caller;
import com.aichatchronicles.sessions.ForeignSessionEnded;
import com.aichatchronicles.sessions.GoodStanding;
import com.aichatchronicles.sessions.SignedOutEverywhere;
import jakarta.ejb.Schedule;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** Sessions that Supabase has opened: who is behind them, and which of them are over here. */
@Stateless
public class SupabaseSessionService {
    private static final Duration REMEMBERED = Duration.ofDays(400);

    /** As for sessions of ours (Session.CALLER), by the account alone. */
    private static final String CALLER = """
            SELECT u.id, u.email, u.account_role, p.full_name, p.username, p.avatar_url
              FROM auth.users u JOIN public.profiles p ON p.id = u.id
             WHERE u.id = ?
               AND NOT EXISTS (SELECT FROM chronicles.foreign_session_ends e
                                WHERE e.user_id = u.id AND e.session_id = ?)
               AND NOT EXISTS (SELECT FROM chronicles.foreign_sign_outs o
                                WHERE o.user_id = u.id AND o.at >= CAST(? AS timestamptz)
                                  AND o.kept_session IS DISTINCT FROM ?)
               AND (? OR NOT EXISTS (SELECT FROM chronicles.second_factors f
                                      WHERE f.user_id = u.id AND f.confirmed_at IS NOT NULL))
               AND""" + ' ' + GoodStanding.CONDITION;

    @PersistenceContext
    EntityManager entities;

    @Inject
    SupabaseConfig config;

    @Inject
    Clock clock;

    /**
     * Finds who stands behind a token, as the database knows them now.
     *
     * @param token whose signature was right
     * @return empty if the session is over here, or the account is gone, banned or not active, or has a second factor
     *     that Supabase has not asked for
     */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Optional<Caller> lookup(SupabaseToken token) {
        Sql sql = new Sql()
                .add(CALLER, token.user(), token.session(), token.issuedAt(), token.session(), token.secondFactor());
        return sql.first(entities::createNativeQuery, row -> caller((Object[]) row, token));
    }

    /** Notes a sign-out from a session of Supabase. */
    public void end(ForeignSessionEnded session) {
        if (config.isOn()) {
            new Sql()
                    .add(
                            "INSERT INTO chronicles.foreign_session_ends (user_id, session_id, expires_at)"
                                    + " VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
                            session.userId(),
                            session.sessionId(),
                            clock.instant().plus(REMEMBERED))
                    .by(entities::createNativeQuery)
                    .executeUpdate();
        }
    }

    /** Notes that whatever Supabase has opened for an account until now is over, but for one session. */
    public void end(SignedOutEverywhere account) {
        if (config.isOn()) {
            new Sql()
                    .add(
                            "INSERT INTO chronicles.foreign_sign_outs (user_id, at, kept_session) VALUES (?, ?, ?)"
                                    + " ON CONFLICT (user_id) DO UPDATE"
                                    + " SET at = excluded.at, kept_session = excluded.kept_session",
                            account.userId(),
                            clock.instant(),
                            account.kept())
                    .by(entities::createNativeQuery)
                    .executeUpdate();
        }
    }

    /** Forgets sessions that Supabase itself has forgotten by now. */
    @Schedule(hour = "*", minute = "23", persistent = false)
    public void forgetExpired() {
        entities.createNativeQuery("DELETE FROM chronicles.foreign_session_ends WHERE expires_at < now()")
                .executeUpdate();
    }

    private static Caller caller(Object[] column, SupabaseToken token) {
        return new Caller(
                token.user(),
                token.session(),
                (String) column[1],
                (String) column[2],
                (String) column[3],
                (String) column[4],
                (String) column[5]);
    }
}
