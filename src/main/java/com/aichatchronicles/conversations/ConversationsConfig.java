package com.aichatchronicles.conversations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Settings of conversations. */
@ApplicationScoped
public class ConversationsConfig {
    @Inject
    @ConfigProperty(name = "LEGACY_FRONTEND")
    String legacyFrontend;

    @Inject
    @ConfigProperty(name = "FINDINGS_POLICY")
    Provider<String> findingsPolicy;

    /** @return what becomes now of a text that is to be published with secrets or personal data in it */
    public FindingsPolicy findingsPolicy() {
        return FindingsPolicy.of(findingsPolicy.get());
    }

    /** @return whether answers have the deprecated members and a missing {@code published} means true */
    public boolean legacyFrontend() {
        return "on".equals(legacyFrontend);
    }
}
