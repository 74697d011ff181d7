package com.aichatchronicles.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Settings of accounts: the first admin. */
@ApplicationScoped
public class AccountsConfig {
    @Inject
    @ConfigProperty(name = "ADMIN_EMAIL")
    Optional<String> adminEmail;

    @Inject
    @ConfigProperty(name = "ADMIN_PASSWORD")
    Optional<String> adminPassword;

    @Inject
    @ConfigProperty(name = "LOCAL_RUN")
    boolean localRun;

    /** @return the address of the first admin */
    public Optional<String> adminEmail() {
        return adminEmail;
    }

    /** @return the password of the first admin */
    public Optional<String> adminPassword() {
        return adminPassword;
    }

    /** @return whether this is the local run, the only place where the well-known admin password may stand */
    public boolean localRun() {
        return localRun;
    }
}
