package com.aichatchronicles.home;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.net.URI;
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

    @Inject
    @ConfigProperty(name = "app.version", defaultValue = "dev")
    String version;
}
