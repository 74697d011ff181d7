package com.aichatchronicles.signon;

import com.aichatchronicles.platform.persistence.Sql;
import com.aichatchronicles.tokens.OpaqueToken;
import jakarta.ejb.Schedule;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Browsers that are at a provider, in the database: the one that comes back may meet another server. */
@Stateless
public class StateService {
    /** Seconds that somebody may take to sign in at the provider. */
    static final int LIFETIME_SECONDS = 600;

    @PersistenceContext
    EntityManager entities;

    /**
     * Notes that a browser leaves.
     *
     * @param state its state, known to the browser and the provider alone
     * @param browser the secret of its cookie
     * @param journey where it goes
     */
    public void begin(String state, String browser, Journey journey) {
        new Sql()
                .add(
                        """
                        INSERT INTO chronicles.sign_on_states
                               (hash, browser, provider, nonce, verifier, target, challenge, user_id, expires_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, CAST(? AS uuid), now() + ? * interval '1 second')""",
                        OpaqueToken.hash(state),
                        OpaqueToken.hash(browser),
                        journey.provider(),
                        journey.nonce(),
                        journey.verifier(),
                        journey.target().toString(),
                        journey.challenge(),
                        journey.account() == null ? null : journey.account().toString(),
                        LIFETIME_SECONDS)
                .by(entities::createNativeQuery)
                .executeUpdate();
    }

    /**
     * Takes a journey, which nobody can take again.
     *
     * @param state as presented
     * @param browser the secret of the cookie of who presents it
     * @param provider where it comes from
     * @return empty if the state is unknown, used or too old, or belongs to another browser or provider
     */
    public Optional<Journey> take(String state, String browser, String provider) {
        List<?> rows = new Sql()
                .add("""
                        DELETE FROM chronicles.sign_on_states
                         WHERE hash = ? AND browser = ? AND provider = ? AND expires_at > now()
                        RETURNING provider, nonce, verifier, target, challenge, user_id""", OpaqueToken.hash(state), OpaqueToken.hash(browser), provider)
                .by(entities::createNativeQuery)
                .getResultList();
        return rows.stream().findFirst().map(row -> journey((Object[]) row));
    }

    /** Forgets what has expired. */
    @Schedule(hour = "*", minute = "*/10", second = "45", persistent = false)
    public void forgetExpired() {
        for (String table : List.of("sign_on_states", "sign_on_codes", "identity_links", "logout_tokens")) {
            entities.createNativeQuery("DELETE FROM chronicles." + table + " WHERE expires_at < now()")
                    .executeUpdate();
        }
    }

    private static Journey journey(Object[] row) {
        return new Journey(
                (String) row[0], (String) row[1], (String) row[2], URI.create((String) row[3]), (String) row[4], (UUID)
                        row[5]);
    }
}
