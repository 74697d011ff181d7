package com.aichatchronicles.platform.ratelimit;

import java.security.Principal;
import java.util.UUID;

/**
 * A caller whose calls are counted by what they call with, under {@link Policy#API_KEY}.
 *
 * @param account whom they act for
 * @param counted what their calls are counted by
 */
public record CountedPrincipal(UUID account, String counted) implements Principal {
    @Override
    public String getName() {
        return account.toString();
    }
}
