package com.aichatchronicles.apikeys;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Optional;

/** Finds who makes a request with a key. */
@Stateless
public class KeyLookupService {
    @Inject
    ApiKeyQueries keys;

    /**
     * @param key as it came
     * @return who stands behind it; empty if it is unknown, revoked or expired, or its owner is banned or gone
     */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Optional<KeyHolder> lookup(String key) {
        return keys.lookup(key);
    }
}
