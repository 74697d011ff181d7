package com.aichatchronicles.accounts;

import java.util.UUID;

/**
 * Said in the transaction that gives an account another password, by whatever way.
 *
 * @param id the account
 */
public record PasswordChanged(UUID id) {}
