package com.aichatchronicles.signin;

import java.util.UUID;

/** Has a say before a session is prolonged: a CDI bean of a feature that knows more of where the session came from. */
public interface RefreshGuard {
    /**
     * Called without a transaction, before the refresh token counts as used.
     *
     * @param session the one that is to be prolonged
     * @throws com.aichatchronicles.platform.errors.ApiException TOKEN_REFRESH_ERROR if it is over from now on; another
     *     code leaves it as it is, and the refresh token good
     */
    void check(UUID session);
}
