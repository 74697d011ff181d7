/**
 * Keys with which machines act for their owners. Owns {@code chronicles.api_keys}.
 *
 * <p>A key is {@code acc_} and 256 random bits, told once; the database knows its SHA-256, which is enough for a value
 * that can't be guessed, and its first characters, by which people know it again. It comes as
 * {@code Authorization: Bearer acc_…} or as {@code X-API-Key}. Each request asks the database for it, so that it ends
 * at once, on every server, when it is revoked, expires, or its owner is banned or gone.
 *
 * <p>A key may do what its owner may at that moment, and of that only the routes of its scopes ({@link
 * com.aichatchronicles.apikeys.Scope}). No scope opens what belongs to the owner in person: password, second factor,
 * sessions, the account itself and its keys. A route that no scope names is closed to keys, so a new one is too until
 * somebody decides. Public routes are no exception: with a key in hand only the scopes count.
 *
 * <p>Calls are counted by key ({@code RATE_LIMIT_API_KEY}), whatever the owner's role. The last use is written at most
 * once a minute.
 */
package com.aichatchronicles.apikeys;
