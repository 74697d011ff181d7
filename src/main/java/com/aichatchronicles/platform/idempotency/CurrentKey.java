package com.aichatchronicles.platform.idempotency;

import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import java.util.UUID;

/** The idempotency key of the current request. */
@RequestScoped
public class CurrentKey {
    private UUID caller;
    private String key;
    private Fingerprint fingerprint;
    private KeyedRequest request;

    void set(UUID signedIn, String chosen, Fingerprint ofRequest) {
        caller = signedIn;
        key = chosen;
        fingerprint = ofRequest;
    }

    /** @return the request with its fingerprint, to be asked for once its body was read; empty without a key */
    Optional<KeyedRequest> lookup() {
        if (key != null && request == null) {
            request = new KeyedRequest(caller, key, fingerprint.finish()); // once: the method may be called anew
        }
        return Optional.ofNullable(request);
    }
}
