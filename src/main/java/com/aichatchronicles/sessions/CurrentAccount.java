package com.aichatchronicles.sessions;

import com.aichatchronicles.platform.errors.ApiException;
import com.aichatchronicles.platform.errors.ErrorCode;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;

/** Who makes the current request. */
@RequestScoped
public class CurrentAccount {
    private Caller caller;

    void set(Caller signedIn) {
        caller = signedIn;
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
