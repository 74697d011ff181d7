/**
 * Accounts: sign-up, sign-in, sessions, tokens and profiles. Owns {@code auth.users} (Supabase Auth's table, taken over
 * as it is), {@code public.profiles} and, in schema {@code chronicles}, sessions, refresh tokens and signing keys.
 *
 * <p>An access token is only as good as its session: each request that carries one asks PostgreSQL for the session and
 * the account's role, so that a sign-out or a lost role holds at once on every server, whatever became of Redis.
 *
 * <p>Guessing: tries are counted before they are known to be wrong ({@code charge_guess} in V8__account_protection.sql),
 * by the address that was entered, whether anybody has it or not. A device that the owner has signed in from has a count of
 * its own. It is known by a cookie that opens nothing, or, for a client that keeps no cookies, by its network address and
 * user agent; so nobody can keep an owner waiting from elsewhere. Within a session, wrong passwords are counted by the
 * session. What a refusal takes is the same whatever is behind the address: as long as any account has a hash of the
 * earlier server (bcrypt), each refusal costs one hash of either kind.
 *
 * <p>The second factor (RFC 6238) is asked for after the password: the sign-in then answers with a challenge for five
 * minutes. A code is good once, whichever server takes it.
 *
 * <p>Deleting an account deletes its row in {@code auth.users}; all else goes by foreign keys, so every table that holds
 * something of a person refers to it with {@code ON DELETE CASCADE}. What stays: a row in {@code deleted_accounts} (id,
 * when made, when deleted), for an audit and for deleting again after a backup was restored; {@code imports} without its
 * conversation, so that a load does not bring it back; up to 25 hours of counted tries, by hash; and the server's log.
 */
package com.aichatchronicles.accounts;
