package com.aichatchronicles.recovery;

import com.aichatchronicles.accounts.CredentialService;
import com.aichatchronicles.mail.MailKind;
import com.aichatchronicles.mail.QueuedMail;
import jakarta.inject.Inject;
import java.util.Map;

/** A mail with a link to a page of the front end that redeems a code; a newer one voids it. */
abstract class CodeMail implements MailKind {
    @Inject
    CredentialService accounts;

    @Inject
    CodeService codes;

    @Inject
    RecoveryConfig config;

    private final String name;
    private final String page;

    /**
     * @param name of the kind
     * @param page that the link leads to
     */
    CodeMail(String name, String page) {
        this.name = name;
        this.page = page;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean isLatestOnly() {
        return true;
    }

    /** @return the values for the templates, with a new code in the link */
    Map<String, String> linkFor(Redeemed redeemed, QueuedMail mail) {
        return Map.of("link", config.link(page, codes.make(redeemed, mail.id())));
    }
}
