package com.aichatchronicles.accounts;

import com.aichatchronicles.platform.errors.ApiException;
import com.aichatchronicles.platform.errors.ErrorCode;
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
    @ConfigProperty(name = "PASSWORD_SIGN_IN")
    String passwordSignIn;

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
        return passwordSignIn() && passwordRegistration.equals("on");
    }

    /** @return whether a password is a way in; if not, single sign-on is the only one */
    public boolean passwordSignIn() {
        return passwordSignIn.equals("on");
    }

    /** @throws ApiException PASSWORD_SIGN_IN_CLOSED if a password is no way in */
    public void requirePasswordSignIn() {
        if (!passwordSignIn()) {
            throw new ApiException(ErrorCode.PASSWORD_SIGN_IN_CLOSED);
        }
    }

    /** @return whether this is the local run, the only place where the well-known admin password may stand */
    public boolean localRun() {
        return localRun;
    }
}
