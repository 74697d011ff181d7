package com.aichatchronicles.signon;

/**
 * Where a browser goes to sign in.
 *
 * @param url at the provider
 * @param expiresIn seconds until it is good no more
 */
public record SignOnUrl(String url, int expiresIn) {}
