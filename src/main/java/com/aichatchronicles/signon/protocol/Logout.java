package com.aichatchronicles.signon.protocol;

/**
 * That somebody is signed out at a provider.
 *
 * @param issuer who says it
 * @param token the id of the token that says it
 * @param subject who; may be null if the session is not
 * @param session the one that is over; null: all of them are
 */
public record Logout(String issuer, String token, String subject, String session) {
    /** How old, in seconds, the token may be; so long its use is remembered, and longer. */
    public static final int LIFETIME_SECONDS = 600;
}
