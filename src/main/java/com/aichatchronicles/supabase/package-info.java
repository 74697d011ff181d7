/**
 * Tokens of the Supabase project that this server succeeds: where {@code SUPABASE_URL}, or {@code SUPABASE_JWT_SECRET}
 * with {@code SUPABASE_ISSUER}, is set, whoever has one is the same user here ({@code sub} is the id in {@code
 * auth.users}), with the role that the account has here; the role of a token says only that it is a person's.
 * Signatures by RS256 and ES256 are checked with the project's public keys, those by HS256 with its secret, and by
 * nothing else; issuer, audience and times are checked too. Refused are tokens of nobody, of anonymous users and of
 * services, and those of an account with a second factor here, unless Supabase has asked for one as well.
 *
 * <p>Owns {@code foreign_session_ends} and {@code foreign_sign_outs}: a Supabase session that was signed out of here
 * stays so, whatever tokens Supabase makes for it. A ban, a deletion or a deactivation holds at once, as for our own
 * tokens.
 */
package com.aichatchronicles.supabase;
