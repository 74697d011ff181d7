package com.aichatchronicles.moderation;

import com.aichatchronicles.platform.errors.ApiException;
import com.aichatchronicles.platform.errors.ErrorCode;
import com.aichatchronicles.sessions.Caller;
import java.util.UUID;

/** Who may judge what. */
final class Moderators {
    private Moderators() {}

    /**
     * @param moderator who judges; an admin may judge everything
     * @param author whose thing it is
     * @throws ApiException INSUFFICIENT_PERMISSIONS for what is the moderator's own: else they would restore what a
     *     colleague unpublished
     */
    static void requireImpartial(Caller moderator, UUID author) {
        if (!moderator.isAdmin() && moderator.id().equals(author)) {
            throw new ApiException(ErrorCode.INSUFFICIENT_PERMISSIONS);
        }
    }
}
