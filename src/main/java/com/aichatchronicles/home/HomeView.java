package com.aichatchronicles.home;

import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.net.URI;

/** The server's way in for programs: what it is, and the absolute addresses of what it offers. */
@JsonbPropertyOrder({"name", "version", "links"})
public record HomeView(String name, String version, Links links) {

    /** @param mails where the local run shows the mails which it has caught, null elsewhere */
    static HomeView of(URI apiUrl, int httpsPort, String version, String mails) {
        String base = apiUrl.toString().replaceFirst("/+$", "");
        String console = "https://" + apiUrl.getHost() + ":" + httpsPort + "/adminCenter";
        return new HomeView("AI Chat Chronicles", version, Links.of(base, console, mails));
    }

    /**
     * Absolute addresses; the Admin Center's is on the TLS listener, that of the mails is there in the local run only.
     */
    @JsonbPropertyOrder({"self", "api", "documentation", "openapi", "health", "metrics", "jwks", "adminCenter", "mails"
    })
    public record Links(
            String self,
            String api,
            String documentation,
            String openapi,
            String health,
            String metrics,
            String jwks,
            String adminCenter,
            String mails) {

        private static Links of(String base, String adminCenter, String mails) {
            return new Links(
                    base + "/",
                    base + "/api/v1",
                    base + "/api-docs",
                    base + "/openapi",
                    base + "/health",
                    base + "/metrics",
                    base + "/.well-known/jwks.json",
                    adminCenter,
                    mails);
        }
    }
}
