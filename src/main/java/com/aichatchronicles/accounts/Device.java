package com.aichatchronicles.accounts;

/**
 * Where a sign-in comes from, for the owner's list of sessions.
 *
 * @param userAgent the User-Agent header, cut at 400 characters, may be null
 * @param address the client's address
 */
public record Device(String userAgent, String address) {
    private static final int LONGEST = 400;

    /** Cuts what a caller may have made too long. */
    public Device {
        userAgent = userAgent == null || userAgent.length() <= LONGEST ? userAgent : userAgent.substring(0, LONGEST);
    }
}
