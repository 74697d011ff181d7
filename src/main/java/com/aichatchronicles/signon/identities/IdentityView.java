package com.aichatchronicles.signon.identities;

import jakarta.json.bind.annotation.JsonbNillable;
import java.time.Instant;
import java.util.UUID;

/**
 * An identity at a provider as the owner of the account sees it.
 *
 * @param provider by its name in the configuration, with which it was last used
 * @param issuer who vouches
 * @param email the address that the provider told when it was linked, may be null
 * @param linkedAt since when it opens the account
 * @param lastSignInAt when it was last used
 * @param current whether the session that asks came by it
 */
@JsonbNillable
public record IdentityView(
        UUID id,
        String provider,
        String issuer,
        String email,
        Instant linkedAt,
        Instant lastSignInAt,
        boolean current) {}
