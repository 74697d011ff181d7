/**
 * Accounts: sign-up, sign-in, sessions, tokens and profiles. Owns {@code auth.users} (Supabase Auth's table, taken over
 * as it is), {@code public.profiles} and, in schema {@code chronicles}, sessions, refresh tokens and signing keys.
 *
 * <p>An access token is only as good as its session: each request that carries one asks PostgreSQL for the session and
 * the account's role, so that a sign-out or a lost role holds at once on every server, whatever became of Redis.
 */
package com.aichatchronicles.accounts;
