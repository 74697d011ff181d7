package com.aichatchronicles.accounts;

/**
 * Said in the transaction that deletes an account, before its row is gone.
 *
 * @param holder whose account it was
 */
public record AccountDeleted(Holder holder) {}
