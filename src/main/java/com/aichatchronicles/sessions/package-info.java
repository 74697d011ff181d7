/**
 * Sessions, and who makes a request. Owns {@code chronicles.sessions} and {@code chronicles.refresh_tokens}.
 *
 * <p>An access token is only as good as its session: each request that carries one asks PostgreSQL for the session and
 * the account's role, so that a sign-out or a lost role holds at once on every server, whatever became of Redis.
 */
package com.aichatchronicles.sessions;
