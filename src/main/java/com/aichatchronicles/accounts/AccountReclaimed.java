package com.aichatchronicles.accounts;

import java.util.UUID;

/**
 * Said in the transaction in which somebody proves that the address of an account is theirs, by taking the account
 * over, where nobody had proved it before: whoever made the account may have been a stranger, who must keep no way into
 * it.
 *
 * @param id the account
 */
public record AccountReclaimed(UUID id) {}
