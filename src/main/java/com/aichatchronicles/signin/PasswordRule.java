package com.aichatchronicles.signin;

import java.util.UUID;

/**
 * Says who may not sign in with a password, however right it is: a CDI bean of a feature that has another way for them.
 */
public interface PasswordRule {
    /**
     * @param account an account
     * @return whether its password opens it
     */
    boolean permits(UUID account);
}
