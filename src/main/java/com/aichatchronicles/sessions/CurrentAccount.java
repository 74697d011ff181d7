package com.aichatchronicles.sessions;

import com.aichatchronicles.platform.errors.ApiException;
import com.aichatchronicles.platform.errors.ErrorCode;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import java.util.UUID;

/** Who makes the current request. */
@RequestScoped
public class CurrentAccount {
    private Caller caller;
    private UUID keyId;

    void set(Caller signedIn) {
        caller = signedIn;
    }

    /**
     * Says who makes the request by a key, whatever its token says.
     *
     * @param owner whose key it is, empty for one that is not good
     * @param key its id
     */
    public void actAs(Optional<Caller> owner, Optional<UUID> key) {
        caller = owner.orElse(null);
        keyId = key.orElse(null);
    }

    /** @return the key that the caller acts by, empty where they are signed in */
    public Optional<UUID> key() {
        return Optional.ofNullable(keyId);
    }

    /** @return the caller, empty for an anonymous one */
    public Optional<Caller> lookup() {
        return Optional.ofNullable(caller);
    }

    /**
     * @return the caller
     * @throws ApiException MISSING_TOKEN if there is none; can't happen where {@code @RolesAllowed} stands
     */
    public Caller require() {
        return lookup().orElseThrow(() -> new ApiException(ErrorCode.MISSING_TOKEN));
    }
}
