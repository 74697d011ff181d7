package com.aichatchronicles.signon;

/**
 * That somebody is signed out at a provider.
 *
 * @param issuer who says it
 * @param token the id of the token that says it
 * @param subject who; may be null if the session is not
 * @param session the one that is over; null: all of them are
 */
record Logout(String issuer, String token, String subject, String session) {}
