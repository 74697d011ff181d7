package com.aichatchronicles.passwords;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** Looks for hashes that were taken over. */
@Stateless
public class LegacyHashService {
    @PersistenceContext
    EntityManager entities;

    /** @return whether any account has a hash that came from Supabase */
    public boolean hasTakenOverPasswords() {
        // The table is that of the accounts, which are built upon this package.
        return (Boolean) entities.createNativeQuery(
                        "SELECT EXISTS (SELECT 1 FROM auth.users WHERE encrypted_password LIKE '$2%')")
                .getSingleResult();
    }
}
