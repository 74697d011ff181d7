package com.aichatchronicles.signon.identities;

import com.aichatchronicles.accounts.CredentialService;
import com.aichatchronicles.accounts.StandingService;
import com.aichatchronicles.platform.errors.ApiException;
import com.aichatchronicles.platform.errors.ErrorCode;
import com.aichatchronicles.sessions.Caller;
import com.aichatchronicles.sessions.SessionService;
import com.aichatchronicles.sessions.SessionView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;

/**
 * What otherwise needs the password, for the owner of an account that has none: a sign-in of a moment ago counts as
 * much.
 */
@ApplicationScoped
public class Passwordless {
    private static final Duration RECENT = Duration.ofMinutes(10);

    @Inject
    CredentialService credentials;

    @Inject
    StandingService accounts;

    @Inject
    SessionService sessions;

    @Inject
    Clock clock;

    /**
     * Deletes the account with everything that hangs on it.
     *
     * @param caller whose it is
     * @throws ApiException INSUFFICIENT_PERMISSIONS for an account with a password; RECENT_SIGN_IN_REQUIRED if the
     *     session is more than ten minutes old; LAST_ADMIN
     */
    public void delete(Caller caller) {
        if (credentials.hasPassword(caller.id())) {
            throw new ApiException(ErrorCode.INSUFFICIENT_PERMISSIONS);
        }
        requireRecentSignIn(caller);
        accounts.delete(caller.id());
    }

    /**
     * @param caller whose account has no password that could be asked for
     * @throws ApiException RECENT_SIGN_IN_REQUIRED if the session is more than ten minutes old
     */
    void requireRecentSignIn(Caller caller) {
        boolean recent = sessions.list(caller.id(), caller.sessionId()).stream()
                .filter(SessionView::current)
                .anyMatch(session -> session.createdAt().plus(RECENT).isAfter(clock.instant()));
        if (!recent) {
            throw new ApiException(ErrorCode.RECENT_SIGN_IN_REQUIRED);
        }
    }
}
