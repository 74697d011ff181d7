package com.aichatchronicles.credentials;

import com.aichatchronicles.accounts.CredentialService;
import com.aichatchronicles.passwords.PasswordRules;
import com.aichatchronicles.passwords.Passwords;
import com.aichatchronicles.platform.errors.ApiException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/** Passwords that take the place of others: held to the same rules as those of a registration. */
@ApplicationScoped
public class NewPasswords {
    /** The fewest characters. */
    public static final int SHORTEST = PasswordRules.SHORTEST;

    /** The most characters. */
    public static final int LONGEST = PasswordRules.LONGEST;

    @Inject
    CredentialService credentials;

    @Inject
    Passwords passwords;

    /**
     * Holds no transaction while it hashes.
     *
     * @param id whose password it is to be
     * @param field the member of the body that holds it
     * @param password as entered, of the right length
     * @return the encoded hash
     * @throws ApiException VALIDATION_ERROR naming the field if this owner may not have that password
     */
    public String hash(UUID id, String field, String password) {
        credentials.lookupOwner(id).ifPresent(owner -> PasswordRules.require(field, password, owner));
        return passwords.hash(password);
    }
}
