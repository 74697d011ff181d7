/**
 * What opens something: secrets that only their holder knows, and the keys that sign access tokens. The keys are in
 * {@code chronicles.signing_keys}, the same for all servers, and their public halves at {@code /.well-known/jwks.json}.
 */
package com.aichatchronicles.tokens;
