package com.aichatchronicles.mail;

import java.util.Map;
import java.util.UUID;

/**
 * A mail as a feature posts it.
 *
 * @param kind the name of its {@link MailKind}
 * @param accountId the account that it is about, null where there is none, or none is known yet
 * @param address in lower case; where it goes to, unless its kind knows better
 * @param details what its kind will need besides; lies in the database for days, so never a secret
 */
public record NewMail(String kind, UUID accountId, String address, Map<String, String> details) {
    @Override
    public String toString() {
        return "NewMail[" + kind + "]"; // the address must not reach a log
    }
}
