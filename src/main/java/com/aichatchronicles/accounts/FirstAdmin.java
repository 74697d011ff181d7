package com.aichatchronicles.accounts;

import com.aichatchronicles.passwords.Passwords;
import com.aichatchronicles.platform.config.StartRefusal;
import com.aichatchronicles.platform.errors.ApiException;
import com.aichatchronicles.sessions.Role;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.validation.Validator;
import java.lang.System.Logger.Level;
import java.util.Optional;

/** Makes the first admin at the first start, from {@code ADMIN_EMAIL} and {@code ADMIN_PASSWORD}. */
@Startup
@Singleton
@DependsOn("SchemaMigration")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class FirstAdmin {
    private static final System.Logger LOG = System.getLogger(FirstAdmin.class.getName());
    private static final String WELL_KNOWN = "admin123";

    @Inject
    AccountService accounts;

    @Inject
    Passwords passwords;

    @Inject
    AccountsConfig config;

    @Inject
    Validator validator;

    @PostConstruct
    void ensure() {
        complaint().ifPresent(sentence -> {
            throw StartRefusal.because(sentence);
        });
        config.adminEmail()
                .filter(email -> accounts.lookupProof(email).isEmpty())
                .ifPresent(email -> create(registration()));
    }

    /** @return what is wrong with the two settings, naming them; empty if they are right or both unset */
    Optional<String> complaint() {
        if (config.adminEmail().isPresent() != config.adminPassword().isPresent()) {
            return Optional.of("ADMIN_EMAIL and ADMIN_PASSWORD must be set together");
        }
        if (config.adminEmail().isEmpty()) {
            return Optional.empty();
        }
        if (config.adminPassword().filter(WELL_KNOWN::equals).isPresent()) {
            return config.localRun()
                    ? Optional.empty()
                    : Optional.of("ADMIN_PASSWORD is the well-known one of the local run; choose another");
        }
        return validator.validate(registration()).isEmpty()
                ? Optional.empty()
                : Optional.of("ADMIN_EMAIL must be an e-mail address, ADMIN_PASSWORD 8 to 128 characters"
                        + " and neither a common password nor a name of its owner or of this site");
    }

    private Registration registration() {
        return new Registration(
                config.adminEmail().orElseThrow(), config.adminPassword().orElseThrow(), "Administrator", null);
    }

    private void create(Registration admin) {
        try {
            accounts.create(admin, passwords.hash(admin.password()), Role.ADMIN);
            LOG.log(Level.INFO, "The first admin was made from ADMIN_EMAIL");
        } catch (ApiException e) {
            LOG.log(Level.INFO, "Another server has just made the first admin: {0}", e.code());
        }
    }
}
