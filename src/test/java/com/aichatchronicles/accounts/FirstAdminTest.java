package com.aichatchronicles.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Validation;
import jakarta.validation.ValidatorFactory;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FirstAdminTest {
    private static final ValidatorFactory VALIDATION = Validation.buildDefaultValidatorFactory();
    private static final String EMAIL = "admin@aichatchronicles.com";

    @Test
    void withoutBothSettingsThereIsNothingToDo() {
        assertThat(admin(null, null, false).complaint()).isEmpty();
    }

    @Test
    void oneSettingNeedsTheOther() {
        String sentence = "ADMIN_EMAIL and ADMIN_PASSWORD must be set together";

        assertThat(admin(EMAIL, null, false).complaint()).contains(sentence);
        assertThat(admin(null, "a good password", false).complaint()).contains(sentence);
    }

    @Test
    void theWellKnownPasswordIsForTheLocalRunAlone() {
        assertThat(admin(EMAIL, "admin123", true).complaint()).isEmpty();
        assertThat(admin(EMAIL, "admin123", false).complaint())
                .contains("ADMIN_PASSWORD is the well-known one of the local run; choose another");
    }

    @Test
    void bothMustBeWhatARegistrationTakes() {
        String sentence = "ADMIN_EMAIL must be an e-mail address, ADMIN_PASSWORD 8 to 128 characters"
                + " and neither a common password nor a name of its owner or of this site";

        assertThat(admin("admin", "a good password", false).complaint()).contains(sentence);
        assertThat(admin(EMAIL, "short", false).complaint()).contains(sentence);
        assertThat(admin(EMAIL, "password1", false).complaint()).contains(sentence);
        assertThat(admin(EMAIL, "a good password", false).complaint()).isEmpty();
    }

    private static FirstAdmin admin(String email, String password, boolean localRun) {
        FirstAdmin admin = new FirstAdmin();
        admin.validator = VALIDATION.getValidator();
        admin.config = new AccountsConfig();
        admin.config.adminEmail = Optional.ofNullable(email);
        admin.config.adminPassword = Optional.ofNullable(password);
        admin.config.localRun = localRun;
        return admin;
    }
}
