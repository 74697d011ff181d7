package com.aichatchronicles.accounts;

import com.aichatchronicles.passwords.PasswordRules;
import com.aichatchronicles.platform.http.Characters;
import com.aichatchronicles.platform.http.Text;
import com.aichatchronicles.usernames.FreeName;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Locale;

/**
 * What a person enters to get an account.
 *
 * @param email the address, compared without case
 * @param password 8 to 128 characters, none that is tried first
 * @param fullName the name that others see
 * @param username optional handle
 */
@GoodPassword
public record Registration(
        @NotNull @Email(regexp = Registration.ADDRESS) @Size(max = 254)
        String email,

        @NotNull @Characters(min = PasswordRules.SHORTEST, max = PasswordRules.LONGEST)
        String password,

        @NotNull @Size(min = 2, max = 100) @Pattern(regexp = Text.NAME, message = Text.NAME_MESSAGE)
        String fullName,

        @FreeName
        @Size(min = 3, max = 30)
        @Pattern(regexp = "[A-Za-z0-9]*", message = "must only contain letters and digits")
        String username) {
    /**
     * None of what separates addresses or stands around them in a mail (RFC 5322, section 3.2.3), no space, no control.
     */
    private static final String PART = "[^\\p{Z}\\p{C}@<>(),:;\\[\\]\\\\\"";

    /** One plain address, with at least two labels after the @. */
    public static final String ADDRESS = PART + "]+@" + PART + ".]+(\\." + PART + ".]+)+";

    /** @return the address as it is stored */
    String address() {
        return normal(email);
    }

    PasswordRules.Owner owner() {
        return new PasswordRules.Owner(email, fullName, username);
    }

    /**
     * @param email as entered
     * @return the address as it is stored and compared
     */
    public static String normal(String email) {
        return email.strip().toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return "Registration[]"; // the password must not reach a log
    }
}
