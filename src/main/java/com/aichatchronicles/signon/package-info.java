/**
 * Single sign-on: people come in with an account of OpenID Connect providers, or of GitHub. Owns the tables of
 * {@code V13__single_sign_on.sql}. May be the only way in ({@code PASSWORD_SIGN_IN}).
 *
 * <p>A sign-in goes through the browser: to the provider with a state, a nonce and a PKCE challenge; back to our
 * callback with the provider's code; on to a page of the front end with a one-time code of ours, which the front end
 * exchanges for tokens. No token ever stands in an address. State and one-time code are good once, on whichever server,
 * and only for the browser that began (a cookie) or the front end that knows a verifier; so nobody can be signed in to
 * another person's account (RFC 9700, section 4.7).
 *
 * <p>Somebody is known by issuer and subject alone. A verified address that an account has already links to that
 * account once its owner has opened a link in a mail; one that is not verified never does. The second factor is the
 * provider's: ours guards passwords and is not asked for here, so that a mail links nothing to an account that has one.
 *
 * <p>Roles: a provider with a role map rules the role of whom it sends, at each sign-in, and at each refresh of such a
 * session, when the provider is asked again with its own refresh token. One that has forgotten them ends the session;
 * one that can't be reached leaves it as it is, for the time of grace.
 */
package com.aichatchronicles.signon;
