package com.aichatchronicles.scim.users;

import com.aichatchronicles.accounts.Registration;
import com.aichatchronicles.scim.protocol.Attributes;
import com.aichatchronicles.scim.protocol.ResourceKind;
import com.aichatchronicles.scim.protocol.ScimBody;
import com.aichatchronicles.scim.protocol.ScimFailure;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A user as a directory describes it. What it says beyond this (a password, titles, extensions) is not kept.
 *
 * @param userName kept as it is written, compared without case
 * @param externalId the directory's own id, may be null
 * @param displayName may be null
 * @param name never null, its parts may be
 * @param active null where nothing was said
 * @param emails may be empty
 */
public record UserInput(
        String userName, String externalId, String displayName, Name name, Boolean active, List<EmailInput> emails) {
    private static final int MOST_EMAILS = 20;
    private static final int LONGEST_NAME = 100;

    /** The parts of a name; each may be null. */
    public record Name(String formatted, String given, String family) {
        private static final Name NONE = new Name(null, null, null);

        static Name of(Attributes attributes) {
            return new Name(
                    attributes.text("formatted").orElse(null),
                    attributes.text("givenName").orElse(null),
                    attributes.text("familyName").orElse(null));
        }
    }

    /**
     * @param body of a request
     * @throws ScimFailure invalidSyntax, invalidValue
     */
    static UserInput read(InputStream body) {
        return of(ScimBody.read(body, ResourceKind.USER.schema()));
    }

    /** @throws ScimFailure invalidValue */
    static UserInput of(JsonNode resource) {
        Attributes attributes = new Attributes(resource);
        UserInput user = new UserInput(
                attributes.text("userName").orElseThrow(() -> ScimFailure.value("userName is required")),
                attributes.text("externalId").orElse(null),
                attributes.text("displayName").orElse(null),
                attributes.complex("name").map(Name::of).orElse(Name.NONE),
                attributes.flag("active").orElse(null),
                attributes.list("emails").stream().map(EmailInput::of).toList());
        user.requireAddress();
        return user;
    }

    /** @return the address of the account, in lower case: the primary one, else the first, else the userName */
    String address() {
        return Registration.normal(emails.stream()
                .filter(EmailInput::primary)
                .findFirst()
                .or(() -> emails.stream().findFirst())
                .map(EmailInput::value)
                .orElse(userName));
    }

    /** @return the name that others see, empty where the directory tells none */
    Optional<String> fullName() {
        String both =
                Stream.of(name.given(), name.family()).filter(Objects::nonNull).collect(Collectors.joining(" "));
        return Stream.of(displayName, name.formatted(), both)
                .filter(text -> text != null && !text.isEmpty())
                .findFirst()
                .map(UserInput::shortened);
    }

    private void requireAddress() {
        if (emails.size() > MOST_EMAILS
                || emails.stream().filter(EmailInput::primary).count() > 1) {
            throw ScimFailure.value("emails must hold at most " + MOST_EMAILS + " addresses, one of them primary");
        }
        if (emails.isEmpty() && !EmailInput.isAddress(userName)) {
            throw ScimFailure.value("A user needs an e-mail address, in emails or as userName");
        }
    }

    private static String shortened(String text) {
        return text.codePointCount(0, text.length()) <= LONGEST_NAME
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST_NAME));
    }
}
