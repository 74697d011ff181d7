/**
 * Accounts and profiles. Owns {@code auth.users} (Supabase Auth's table, taken over as it is) and
 * {@code public.profiles}. What goes with an account lies beside it: below it the rules for {@code passwords} and
 * {@code usernames}, {@code devices}, {@code tokens} and {@code sessions}; above it {@code credentials},
 * {@code secondfactor} and {@code signin}. So the rest of the site, which mostly asks who calls, knows sessions but no
 * account.
 *
 * <p>Deleting an account deletes its row in {@code auth.users}; all else goes by foreign keys, so every table that
 * holds something of a person refers to it with {@code ON DELETE CASCADE}. What stays: a row in
 * {@code deleted_accounts} (id, when made, when deleted), for an audit and for deleting again after a backup was
 * restored; {@code imports} without its conversation, so that a load does not bring it back; up to 25 hours of counted
 * tries, by hash; and the server's log.
 */
package com.aichatchronicles.accounts;
