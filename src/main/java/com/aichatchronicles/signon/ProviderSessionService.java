package com.aichatchronicles.signon;

import com.aichatchronicles.platform.persistence.Sql;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Sessions that came from a provider, and what it last said of them. */
@Stateless
public class ProviderSessionService {
    private static final String CONFIRM = """
            UPDATE chronicles.provider_sessions
               SET confirmed_at = now(), asked_at = '-infinity', refresh_token = ? WHERE session_id = ?""";

    @PersistenceContext
    EntityManager entities;

    /**
     * A session of which the provider is to be asked.
     *
     * @param id of our session
     * @param account whose it is
     * @param identity who they are there
     * @param unconfirmedSeconds since the provider last stood by them
     * @param claimed whether the caller is the one to ask; if not, somebody is asking at this moment
     */
    record Held(UUID id, UUID account, Arrival.Identity identity, long unconfirmedSeconds, boolean claimed) {}

    /**
     * Takes the right to ask the provider, so that of several refreshes at once one asks: its refresh token may be good
     * once only. Who has taken it and does not give it back has died; it falls back after longer than any asking takes.
     *
     * @param session any session of ours
     * @return empty if it came by no provider
     */
    public Optional<Held> claim(UUID session) {
        List<?> rows = new Sql()
                .add("""
                        WITH claimed AS (
                            UPDATE chronicles.provider_sessions SET asked_at = now()
                             WHERE session_id = ? AND asked_at < now() - interval '30 seconds' RETURNING refresh_token)
                        SELECT s.user_id, p.provider, p.issuer, p.subject, p.provider_session,
                               coalesce((SELECT refresh_token FROM claimed), p.refresh_token),
                               CAST(extract(epoch FROM now() - p.confirmed_at) AS bigint), EXISTS (SELECT FROM claimed)
                          FROM chronicles.provider_sessions p JOIN chronicles.sessions s ON s.id = p.session_id
                         WHERE p.session_id = ?""", session, session)
                .by(entities::createNativeQuery)
                .getResultList();
        return rows.stream().findFirst().map(row -> held(session, (Object[]) row));
    }

    /**
     * Notes that the provider stands by them still.
     *
     * @param session of ours
     * @param refreshToken the provider's next one, encrypted; may be null
     */
    public void confirm(UUID session, String refreshToken) {
        new Sql()
                .add(CONFIRM, refreshToken, session)
                .by(entities::createNativeQuery)
                .executeUpdate();
    }

    /**
     * Gives the right to ask back, with nothing learnt.
     *
     * @param session of ours
     */
    public void release(UUID session) {
        new Sql()
                .add("UPDATE chronicles.provider_sessions SET asked_at = '-infinity' WHERE session_id = ?", session)
                .by(entities::createNativeQuery)
                .executeUpdate();
    }

    private static Held held(UUID session, Object[] row) {
        Arrival.Identity identity = new Arrival.Identity(
                (String) row[1], (String) row[2], (String) row[3], (String) row[4], (String) row[5]);
        return new Held(session, (UUID) row[0], identity, ((Number) row[6]).longValue(), (boolean) row[7]);
    }
}
