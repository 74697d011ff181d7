package com.aichatchronicles.recovery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where the links in mails lead: to the front end of the configuration, never to an address that a request names. */
@ApplicationScoped
public class RecoveryConfig {
    @Inject
    @ConfigProperty(name = "FRONTEND_URL")
    String frontEnd;

    /**
     * @param page of the front end, without a slash before it
     * @param code goes into the query; in base64url, so nothing needs to be escaped
     * @return the link
     */
    String link(String page, String code) {
        return frontEnd.replaceFirst("/+$", "") + '/' + page + "?token=" + code;
    }
}
