package com.aichatchronicles.conversations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Settings of conversations. */
@ApplicationScoped
public class ConversationsConfig {
    @Inject
    @ConfigProperty(name = "LEGACY_FRONTEND")
    String legacyFrontend;

    /** @return whether answers have the deprecated members and a missing {@code published} means true */
    public boolean legacyFrontend() {
        return "on".equals(legacyFrontend);
    }
}
