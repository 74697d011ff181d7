/**
 * Provisioning by an enterprise's directory: SCIM 2.0 (RFC 7643, RFC 7644) under {@code /scim/v2}, for whoever holds a
 * token of {@code SCIM_TOKEN}. Owns {@code scim_users}, {@code scim_emails}, {@code scim_groups} and
 * {@code scim_members}. What a directory sees and changes are the accounts that it has made, and no other: an address
 * that somebody else has is a conflict, unless it is a verified one of a domain in {@code SCIM_DOMAINS}, which the
 * enterprise reads anyway; then the account is taken over. An administrator's never is.
 *
 * <p>An account made here has no password and gets none: its person signs in by single sign-on. While it is not active,
 * nobody gets in by any way (see {@code auth.users.deactivated_at}), and its sessions have ended in the transaction
 * that deactivated it: each request asks PostgreSQL for its session, so that this holds at once on every server.
 *
 * <p>Here is who may come in and what the tree says of itself; {@code users} and {@code groups} are what it keeps,
 * written as {@code protocol} has it, which knows neither. The library brings Jackson, which nothing outside uses.
 */
package com.aichatchronicles.scim;
