package com.aichatchronicles.sessions;

import java.util.UUID;

/**
 * Said in the transaction that ends the sessions of an account.
 *
 * @param userId the account
 * @param kept the session that goes on, null for none
 */
public record SignedOutEverywhere(UUID userId, UUID kept) {}
