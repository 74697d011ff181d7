/**
 * What admins do to accounts: find them, change their roles, keep people out, sign them out, verify their addresses,
 * delete them. The rules are those of {@code accounts} ({@link com.aichatchronicles.accounts.StandingService}); this
 * package finds, shows and tells why. Owns {@code chronicles.bans}, the reasons of bans; until when a ban lasts stands
 * where Supabase keeps it, in {@code auth.users.banned_until}.
 */
package com.aichatchronicles.administration;
