package com.aichatchronicles.signon;

import java.util.UUID;

/**
 * How a front end wants a browser back.
 *
 * @param target the page, null for the first of the configuration
 * @param challenge SHA-256 of a secret that it will show with the one-time code, in base64url; null: the cookie must do
 * @param account whose owner wants to link an identity, null for a sign-in
 */
record Wish(String target, String challenge, UUID account) {}
