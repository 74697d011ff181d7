package com.aichatchronicles.signon;

import com.aichatchronicles.accounts.AccountService;
import com.aichatchronicles.devices.Device;
import com.aichatchronicles.platform.errors.ApiException;
import com.aichatchronicles.platform.errors.ErrorCode;
import com.aichatchronicles.platform.persistence.Sql;
import com.aichatchronicles.signin.EntryService;
import com.aichatchronicles.tokens.OpaqueToken;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** One-time codes with which front ends fetch the tokens of somebody who has arrived. */
@Stateless
public class ArrivalService {
    private static final int LIFETIME_SECONDS = 60;

    private static final String TAKE = """
            DELETE FROM chronicles.sign_on_codes
             WHERE hash = ? AND expires_at > now()
               AND CASE WHEN challenge IS NULL THEN browser = ? ELSE challenge = ? END
            RETURNING user_id, provider, issuer, subject, provider_session, refresh_token""";

    @PersistenceContext
    EntityManager entities;

    @Inject
    EntryService entry;

    @Inject
    AccountService accounts;

    /**
     * @param arrival who has arrived
     * @return a code that is good once, for a minute
     */
    public String announce(Arrival arrival) {
        String code = OpaqueToken.next();
        Arrival.Identity identity = arrival.identity();
        new Sql()
                .add(
                        """
                        INSERT INTO chronicles.sign_on_codes (hash, user_id, browser, challenge, issuer, subject,
                                                              provider, provider_session, refresh_token, expires_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, now() + ? * interval '1 second')""",
                        OpaqueToken.hash(code),
                        arrival.account(),
                        OpaqueToken.hash(arrival.browser()),
                        arrival.challenge(),
                        identity.issuer(),
                        identity.subject(),
                        identity.provider(),
                        identity.session(),
                        identity.refreshToken(),
                        LIFETIME_SECONDS)
                .by(entities::createNativeQuery)
                .executeUpdate();
        return code;
    }

    /**
     * Uses a code: opens a session, which the provider may end.
     *
     * @param exchange the code, with the secret that the front end has kept, if it gave a challenge for one
     * @param browser the secret of the caller's cookie
     * @param device where they are
     * @return who is in
     * @throws ApiException SIGN_ON_CODE_INVALID if the code is unknown, used or too old, or meant for somebody else;
     *     INVALID_CREDENTIALS if the account was banned meanwhile
     */
    public EntryService.Entered enter(CodeExchange exchange, String browser, Device device) {
        // First the account: who signs it out everywhere holds its row and voids its codes, then or now.
        lookup(exchange).ifPresent(accounts::lockProof);
        Arrival arrival = take(exchange, browser).orElseThrow(() -> new ApiException(ErrorCode.SIGN_ON_CODE_INVALID));
        EntryService.Entered entered = entry.enter(arrival.account(), device);
        Arrival.Identity identity = arrival.identity();
        new Sql()
                .add(
                        """
                        INSERT INTO chronicles.provider_sessions
                               (session_id, issuer, subject, provider, provider_session, refresh_token)
                        VALUES (?, ?, ?, ?, ?, ?)""",
                        entered.session().sessionId(),
                        identity.issuer(),
                        identity.subject(),
                        identity.provider(),
                        identity.session(),
                        identity.refreshToken())
                .by(entities::createNativeQuery)
                .executeUpdate();
        return entered;
    }

    /** Voids the codes of an account. */
    public void forget(UUID account) {
        new Sql()
                .add("DELETE FROM chronicles.sign_on_codes WHERE user_id = ?", account)
                .by(entities::createNativeQuery)
                .executeUpdate();
    }

    private Optional<UUID> lookup(CodeExchange exchange) {
        List<?> found = new Sql()
                .add("SELECT user_id FROM chronicles.sign_on_codes WHERE hash = ?", OpaqueToken.hash(exchange.code()))
                .by(entities::createNativeQuery)
                .getResultList();
        return found.stream().findFirst().map(UUID.class::cast);
    }

    private Optional<Arrival> take(CodeExchange exchange, String browser) {
        String verifier = Optional.ofNullable(exchange.codeVerifier()).orElse("");
        List<?> rows = new Sql()
                .add(TAKE, OpaqueToken.hash(exchange.code()), OpaqueToken.hash(browser), OpaqueToken.hash(verifier))
                .by(entities::createNativeQuery)
                .getResultList();
        return rows.stream().findFirst().map(row -> arrival((Object[]) row));
    }

    private static Arrival arrival(Object[] row) {
        Arrival.Identity identity = new Arrival.Identity(
                (String) row[1], (String) row[2], (String) row[3], (String) row[4], (String) row[5]);
        return new Arrival((UUID) row[0], identity, null, null);
    }
}
