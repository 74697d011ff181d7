package com.aichatchronicles.sessions;

import com.aichatchronicles.devices.Device;
import com.aichatchronicles.platform.errors.ApiException;
import com.aichatchronicles.platform.errors.ErrorCode;
import com.aichatchronicles.platform.persistence.NewId;
import com.aichatchronicles.platform.persistence.Tidying;
import com.aichatchronicles.tokens.OpaqueToken;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Sessions and their refresh tokens. */
@Stateless
public class SessionService {
    private static final String FORGET_EXPIRED = """
            DELETE FROM chronicles.sessions WHERE id IN (
                SELECT id FROM chronicles.sessions WHERE expires_at < now() - interval '1 day'
                 ORDER BY expires_at LIMIT ?1 FOR UPDATE SKIP LOCKED)""";
    private static final String FORGET_USED = """
            DELETE FROM chronicles.refresh_tokens WHERE hash IN (
                SELECT hash FROM chronicles.refresh_tokens WHERE used_at < now() - make_interval(secs => ?1)
                 ORDER BY used_at LIMIT ?2 FOR UPDATE SKIP LOCKED)""";
    private static final int MOST_LISTED = 100;

    @PersistenceContext
    EntityManager entities;

    @Inject
    SessionsConfig config;

    @Inject
    SessionFacts facts;

    @Inject
    Event<ForeignSessionEnded> foreignEnded;

    @Inject
    Event<SignedOutEverywhere> signedOut;

    @Inject
    Clock clock;

    /**
     * A session and the refresh token that was just made for it.
     *
     * @param userId whose session it is
     * @param sessionId its id
     * @param refreshToken known to nobody else from here on
     */
    public record Opened(UUID userId, UUID sessionId, String refreshToken) {}

    /**
     * Opens a session for someone who has just proved who they are.
     *
     * @param userId the account
     * @param device where they are
     * @return the session with its first refresh token
     */
    public Opened open(UUID userId, Device device) {
        Instant now = clock.instant();
        Session session = new Session(NewId.next(), userId, device, now, config.sessionLifetime());
        entities.persist(session);
        entities.flush(); // its tokens refer to it
        return new Opened(userId, session.id(), newToken(session, now));
    }

    /**
     * Exchanges a refresh token for a new one and prolongs its session.
     *
     * @param token as presented
     * @return the session with a new refresh token
     * @throws ApiException TOKEN_REFRESH_ERROR if the token is unknown or its session is over; a token that was used
     *     more than ten seconds ago ends its session
     */
    public Opened refresh(String token) {
        RefreshToken presented =
                entities.find(RefreshToken.class, OpaqueToken.hash(token), LockModeType.PESSIMISTIC_WRITE);
        if (presented == null) {
            throw new ApiException(ErrorCode.TOKEN_REFRESH_ERROR);
        }
        Instant now = clock.instant();
        Session session = entities.find(Session.class, presented.sessionId());
        if (!session.standsAt(now)) {
            throw new ApiException(ErrorCode.TOKEN_REFRESH_ERROR);
        }
        if (presented.isReplayedAt(now)) {
            session.end(now);
            facts.replayed(session);
            throw new ReplayedTokenException();
        }
        if (!presented.use(now)) {
            throw new ApiException(ErrorCode.TOKEN_REFRESH_ERROR);
        }
        facts.prolonged(session, now);
        session.prolong(now, config.sessionLifetime());
        return new Opened(session.userId(), session.id(), newToken(session, now));
    }

    /**
     * Looks at a refresh token without using it.
     *
     * @param token as presented
     * @return its session; empty if the token is unknown or used, or its session is over
     */
    public Optional<UUID> lookup(String token) {
        return Optional.ofNullable(entities.find(RefreshToken.class, OpaqueToken.hash(token)))
                .filter(RefreshToken::isFresh)
                .map(presented -> entities.find(Session.class, presented.sessionId()))
                .filter(session -> session.standsAt(clock.instant()))
                .map(Session::id);
    }

    /**
     * Signs out: the session's refresh tokens are void and its access tokens are refused from now on, on every server.
     *
     * @param sessionId the session; one that is over already is left as it is
     */
    public void end(UUID sessionId) {
        Session session = entities.find(Session.class, sessionId);
        if (session != null) {
            session.end(clock.instant());
        }
    }

    /**
     * Signs a caller out, as {@link #end(UUID)} does; also one whose session another server has opened.
     *
     * @param caller who wants to leave
     */
    public void end(Caller caller) {
        end(caller.sessionId());
        if (entities.find(Session.class, caller.sessionId()) == null) {
            foreignEnded.fire(new ForeignSessionEnded(caller.id(), caller.sessionId()));
        }
    }

    /**
     * Signs an account out everywhere.
     *
     * @param userId the account
     */
    public void endAll(UUID userId) {
        entities.createNamedQuery(Session.END_ALL)
                .setParameter("user", userId)
                .setParameter("now", clock.instant())
                .executeUpdate();
        signedOut.fire(new SignedOutEverywhere(userId, null));
    }

    /**
     * @param userId the caller's account
     * @param asking the caller's session
     * @return the sessions that stand, the last used first, at most a hundred
     */
    public List<SessionView> list(UUID userId, UUID asking) {
        return entities.createNamedQuery(Session.STANDING, Session.class)
                .setParameter("user", userId)
                .setParameter("now", clock.instant())
                .setMaxResults(MOST_LISTED)
                .getResultStream()
                .map(session -> session.view(asking))
                .toList();
    }

    /**
     * Ends one of the caller's sessions, as {@link #end} does.
     *
     * @param sessionId the session
     * @param userId the caller's account
     * @throws ApiException SESSION_NOT_FOUND if it is over, or somebody else's
     */
    public void endOwn(UUID sessionId, UUID userId) {
        Instant now = clock.instant();
        Optional.ofNullable(entities.find(Session.class, sessionId))
                .filter(session -> session.userId().equals(userId) && session.standsAt(now))
                .orElseThrow(() -> new ApiException(ErrorCode.SESSION_NOT_FOUND))
                .end(now);
    }

    /**
     * Ends all sessions of an account but one.
     *
     * @param userId the account
     * @param kept the session that goes on
     */
    public void endOthers(UUID userId, UUID kept) {
        entities.createNamedQuery(Session.END_OTHERS)
                .setParameter("now", clock.instant())
                .setParameter("user", userId)
                .setParameter("kept", kept)
                .executeUpdate();
        signedOut.fire(new SignedOutEverywhere(userId, kept));
    }

    /**
     * Finds who stands behind a token, as the database knows them now.
     *
     * @param sessionId from the token
     * @param userId from the token
     * @return empty if the session is over, or the account is gone or banned
     */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Optional<Caller> lookup(UUID sessionId, UUID userId) {
        return entities.createNamedQuery(Session.CALLER, Caller.class)
                .setParameter("session", sessionId)
                .setParameter("user", userId)
                .setParameter("now", clock.instant())
                .getResultStream()
                .findFirst();
    }

    /** Forgets sessions that have expired, with their tokens. */
    public void forgetExpired(@Observes Tidying tidying) {
        tidying.deleted(entities.createNativeQuery(FORGET_EXPIRED)
                .setParameter(1, Tidying.BATCH)
                .executeUpdate());
    }

    /**
     * Forgets tokens of sessions that go on: those that were used longer ago than a session lives unused. Who presents
     * one of these is refused like anybody with a token that nobody knows.
     */
    public void forgetUsed(@Observes Tidying tidying) {
        tidying.deleted(entities.createNativeQuery(FORGET_USED)
                .setParameter(1, config.sessionLifetime().toSeconds())
                .setParameter(2, Tidying.BATCH)
                .executeUpdate());
    }

    private String newToken(Session session, Instant now) {
        String token = OpaqueToken.next();
        entities.persist(new RefreshToken(OpaqueToken.hash(token), session.id(), now));
        return token;
    }
}
