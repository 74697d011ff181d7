/**
 * The protocols of providers as such: OpenID Connect Core 1.0, Discovery 1.0 and Back-Channel Logout 1.0, and the OAuth
 * 2 of GitHub. Sends browsers there, exchanges what they bring back (PKCE, state, nonce), and checks every token. What
 * comes out is what a provider says of somebody; whose account that is, nobody here knows. The library (Nimbus) makes
 * and reads requests and checks signatures.
 */
package com.aichatchronicles.signon.protocol;
