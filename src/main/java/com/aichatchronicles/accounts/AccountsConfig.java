package com.aichatchronicles.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Settings of accounts: the first admin, and who may make one. */
@ApplicationScoped
public class AccountsConfig {
    @Inject
    @ConfigProperty(name = "ADMIN_EMAIL")
    Optional<String> adminEmail;

    @Inject
    @ConfigProperty(name = "ADMIN_PASSWORD")
    Optional<String> adminPassword;

    @Inject
    @ConfigProperty(name = "PASSWORD_REGISTRATION")
    String passwordRegistration;

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

    /** @return whether somebody may make an account with a password */
    public boolean passwordRegistration() {
        return passwordRegistration.equals("on");
    }

    /** @return whether this is the local run, the only place where the well-known admin password may stand */
    public boolean localRun() {
        return localRun;
    }
}
