package com.aichatchronicles.accounts;

import com.aichatchronicles.platform.http.Text;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Locale;

/**
 * What a person enters to get an account.
 *
 * @param email the address, compared without case
 * @param password 8 to 128 characters
 * @param fullName the name that others see
 * @param username optional handle
 */
public record Registration(
        @NotNull @Email(regexp = Registration.ADDRESS) @Size(max = 254)
        String email,

        @NotNull @Size(min = 8, max = 128) String password,

        @NotNull @Size(min = 2, max = 100) @Pattern(regexp = Text.NAME, message = Text.NAME_MESSAGE)
        String fullName,

        @Size(min = 3, max = 30) @Pattern(regexp = "[A-Za-z0-9]*", message = "must only contain letters and digits")
        String username) {
    /** At least two labels after the @, and no space or control character anywhere. */
    public static final String ADDRESS = "[^\\s@\\p{Cntrl}]+@[^\\s@\\p{Cntrl}.]+(\\.[^\\s@\\p{Cntrl}.]+)+";

    /** @return the address as it is stored */
    String address() {
        return normal(email);
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
