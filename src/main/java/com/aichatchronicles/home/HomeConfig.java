package com.aichatchronicles.home;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where this server is reached from outside, and which version it is. */
@Dependent
class HomeConfig {
    @Inject
    @ConfigProperty(name = "API_URL", defaultValue = "http://localhost:3001")
    URI apiUrl;

    @Inject
    @ConfigProperty(name = "HTTPS_PORT", defaultValue = "9443")
    int httpsPort;

    /** The page of the local run that shows the mails which it has caught; set by the local run alone. */
    @Inject
    @ConfigProperty(name = "LOCAL_MAILS_URL")
    Optional<String> mails;

    @Inject
    @ConfigProperty(name = "LOCAL_RUN", defaultValue = "false")
    boolean localRun;

    @Inject
    @ConfigProperty(name = "app.version", defaultValue = "dev")
    String version;

    /** @return where the caught mails are shown, null but in the local run */
    String caughtMails() {
        return localRun ? mails.orElse(null) : null;
    }
}
