package com.aichatchronicles.accounts;

import com.aichatchronicles.platform.config.StartRefusal;
import com.aichatchronicles.platform.errors.ApiException;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.validation.Validator;
import java.lang.System.Logger.Level;

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
        String email = config.adminEmail().orElse(null);
        String password = config.adminPassword().orElse(null);
        if ((email == null) != (password == null)) {
            throw StartRefusal.because("ADMIN_EMAIL and ADMIN_PASSWORD must be set together");
        }
        if (email == null) {
            return;
        }
        if (WELL_KNOWN.equals(password) && !config.localRun()) {
            throw StartRefusal.because("ADMIN_PASSWORD is the well-known one of the local run; choose another");
        }
        Registration admin = new Registration(email, password, "Administrator", null);
        if (!validator.validate(admin).isEmpty()) {
            throw StartRefusal.because("ADMIN_EMAIL must be an e-mail address, ADMIN_PASSWORD 8 to 128 characters");
        }
        if (accounts.lookupProof(email).isEmpty()) {
            create(admin);
        }
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
