package com.aichatchronicles.signon.protocol;

import java.net.URI;
import java.util.UUID;

/**
 * A browser's way to a provider and back.
 *
 * @param provider where it is
 * @param nonce what the ID token must hold
 * @param verifier the secret of PKCE (RFC 7636), which the provider learns with the code
 * @param target the page of the front end where it goes in the end
 * @param challenge of the front end: SHA-256 of the secret that it shows with the one-time code; null: the cookie must
 *     do
 * @param account whose owner wants to link the identity, null for a sign-in
 */
public record Journey(String provider, String nonce, String verifier, URI target, String challenge, UUID account) {
    @Override
    public String toString() {
        return "Journey[" + provider + "]"; // the secrets must not reach a log
    }
}
