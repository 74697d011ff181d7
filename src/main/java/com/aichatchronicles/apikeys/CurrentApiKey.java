package com.aichatchronicles.apikeys;

import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;

/** The key that the current request came with. */
@RequestScoped
public class CurrentApiKey {
    private boolean presented;
    private KeyHolder holder;

    void present(Optional<KeyHolder> found) {
        presented = true;
        holder = found.orElse(null);
    }

    /** @return whether the request came with a key, good or not */
    boolean isPresented() {
        return presented;
    }

    /** @return who stands behind it, empty if it is not good */
    Optional<KeyHolder> holder() {
        return Optional.ofNullable(holder);
    }
}
