package com.aichatchronicles.accounts;

import com.aichatchronicles.platform.errors.ApiException;
import com.aichatchronicles.platform.errors.ErrorCode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/** Makes sure, before an account changes for good, that its owner sits there and not somebody at their open browser. */
@ApplicationScoped
public class OwnerCheck {
    @Inject
    CredentialService credentials;

    @Inject
    Passwords passwords;

    /**
     * Holds no transaction while it hashes.
     *
     * @param id the caller's account
     * @param password as entered
     * @throws ApiException INVALID_PASSWORD if it is not the account's
     */
    public void requirePassword(UUID id, String password) {
        String hash = credentials.lookupHash(id).orElse(null);
        if (!passwords.matches(password, hash)) {
            throw new ApiException(ErrorCode.INVALID_PASSWORD);
        }
    }
}
