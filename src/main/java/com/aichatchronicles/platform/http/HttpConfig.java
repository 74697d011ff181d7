package com.aichatchronicles.platform.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Settings of the HTTP side. */
@ApplicationScoped
public class HttpConfig {
    @Inject
    @ConfigProperty(name = "ALLOWED_ORIGINS")
    Set<String> allowedOrigins;

    @Inject
    @ConfigProperty(name = "API_URL")
    URI apiUrl;

    /** @return the origins whose pages may call with credentials */
    public Set<String> allowedOrigins() {
        return allowedOrigins;
    }

    /** @return the public address of this server, without a trailing slash */
    public URI apiUrl() {
        return apiUrl;
    }
}
