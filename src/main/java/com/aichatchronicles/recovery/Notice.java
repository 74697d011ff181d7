package com.aichatchronicles.recovery;

import com.aichatchronicles.accounts.Holder;
import com.aichatchronicles.mail.Letter;
import com.aichatchronicles.mail.MailKind;
import com.aichatchronicles.mail.QueuedMail;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A mail that tells an owner what has happened to their account, from what was known when it happened.
 *
 * @param name of the kind
 * @param subject of each mail
 */
record Notice(String name, String subject) implements MailKind {
    static final String PASSWORD_CHANGED = "password-changed";
    static final String EMAIL_CHANGE_REQUESTED = "email-change-requested";
    static final String EMAIL_CHANGED = "email-changed";
    static final String ACCOUNT_DELETED = "account-deleted";

    private static final String GREETING = "greeting";

    @Override
    public Optional<Letter> write(QueuedMail mail) {
        Map<String, String> values = new HashMap<>(mail.details());
        return Optional.of(new Letter(mail.address(), values.remove(GREETING), subject, values));
    }

    /** @return the details that every notice has */
    static Map<String, String> details(Holder holder) {
        String greeting = greeting(holder);
        return greeting == null ? Map.of() : Map.of(GREETING, greeting);
    }

    /** @return the details that every notice has, and one more */
    static Map<String, String> details(Holder holder, String name, String value) {
        Map<String, String> details = new HashMap<>(details(holder));
        details.put(name, value);
        return details;
    }

    /** @return the name to greet an owner by; null where nobody has proved that the address is theirs */
    static String greeting(Holder holder) {
        return holder.emailVerified() ? holder.fullName() : null;
    }
}
