package com.aichatchronicles.secondfactor;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The one setting of the second factor. */
@ApplicationScoped
public class SecondFactorConfig {
    @Inject
    @ConfigProperty(name = "SECOND_FACTOR_KEY")
    Optional<String> secondFactorKey;

    /** @return what the secrets of authenticators are encrypted with, 32 bytes in Base64 */
    public Optional<String> secondFactorKey() {
        return secondFactorKey;
    }
}
