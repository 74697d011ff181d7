package com.aichatchronicles.signon;

import com.aichatchronicles.platform.persistence.Sql;
import com.aichatchronicles.platform.persistence.Tidying;
import com.aichatchronicles.signon.protocol.Journey;
import com.aichatchronicles.tokens.OpaqueToken;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Observes;
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

    private static final String FORGET_EXPIRED = """
            DELETE FROM chronicles.%1$s WHERE ctid = ANY (ARRAY(
                SELECT ctid FROM chronicles.%1$s WHERE expires_at < now()
                 ORDER BY expires_at LIMIT ?1 FOR UPDATE SKIP LOCKED))""";

    private static final String TAKE = """
            DELETE FROM chronicles.sign_on_states
             WHERE hash = ? AND (browser = ? OR challenge IS NOT NULL) AND provider = ? AND expires_at > now()
            RETURNING provider, nonce, verifier, target, challenge, user_id""";

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
     * @return empty if the state is unknown, used or too old, or belongs to another provider, or to another browser;
     *     where a front end has given a challenge, its verifier is what counts, because an application asks for the
     *     address itself and has the browser of the system go there
     */
    public Optional<Journey> take(String state, String browser, String provider) {
        List<?> rows = new Sql()
                .add(TAKE, OpaqueToken.hash(state), OpaqueToken.hash(browser), provider)
                .by(entities::createNativeQuery)
                .getResultList();
        return rows.stream().findFirst().map(row -> journey((Object[]) row));
    }

    /** Forgets the journeys of those who want to link an identity to an account. */
    public void forget(UUID account) {
        new Sql()
                .add("DELETE FROM chronicles.sign_on_states WHERE user_id = ?", account)
                .by(entities::createNativeQuery)
                .executeUpdate();
    }

    /** Forgets what has expired. */
    public void forgetExpired(@Observes Tidying tidying) {
        for (String table : List.of("sign_on_states", "sign_on_codes", "identity_links", "logout_tokens")) {
            tidying.deleted(entities.createNativeQuery(FORGET_EXPIRED.formatted(table))
                    .setParameter(1, Tidying.BATCH)
                    .executeUpdate());
        }
    }

    private static Journey journey(Object[] row) {
        return new Journey(
                (String) row[0], (String) row[1], (String) row[2], URI.create((String) row[3]), (String) row[4], (UUID)
                        row[5]);
    }
}
