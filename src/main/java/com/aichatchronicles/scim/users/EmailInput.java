package com.aichatchronicles.scim.users;

import com.aichatchronicles.accounts.Registration;
import com.aichatchronicles.scim.protocol.Attributes;
import com.aichatchronicles.scim.protocol.ScimFailure;

/**
 * An address of a user.
 *
 * @param value as the directory writes it
 * @param type such as {@code work}, may be null
 * @param primary whether it is the one to write to
 */
public record EmailInput(String value, String type, boolean primary) {
    private static final int LONGEST = 254;

    /** @throws ScimFailure invalidValue */
    static EmailInput of(Attributes attributes) {
        String value = attributes
                .text("value")
                .filter(EmailInput::isAddress)
                .orElseThrow(() -> ScimFailure.value("emails.value must be an e-mail address"));
        return new EmailInput(
                value,
                attributes.text("type").orElse(null),
                attributes.flag("primary").orElse(false));
    }

    static boolean isAddress(String text) {
        return text.length() <= LONGEST && text.matches(Registration.ADDRESS);
    }
}
