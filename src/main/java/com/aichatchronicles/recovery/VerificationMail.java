package com.aichatchronicles.recovery;

import com.aichatchronicles.accounts.CredentialService;
import com.aichatchronicles.accounts.Holder;
import com.aichatchronicles.mail.Letter;
import com.aichatchronicles.mail.MailKind;
import com.aichatchronicles.mail.QueuedMail;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;

/**
 * Asks whoever reads the mails to an address whether they have made the account. Does not greet: the name was chosen by
 * somebody who may not be them, and could hold anything.
 */
@ApplicationScoped
public class VerificationMail implements MailKind {
    static final String NAME = "verify-email";

    @Inject
    CredentialService accounts;

    @Inject
    CodeService codes;

    @Inject
    RecoveryConfig config;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean isLatestOnly() {
        return true;
    }

    @Override
    public Optional<Letter> write(QueuedMail mail) {
        return accounts.lookup(mail.address())
                .filter(holder -> !holder.emailVerified() && holder.mayEnter())
                .map(holder -> letter(holder, mail));
    }

    private Letter letter(Holder holder, QueuedMail mail) {
        String code = codes.make(new Redeemed(holder.id(), Purpose.VERIFY_EMAIL, holder.email()), mail.id());
        String subject = "Please confirm your e-mail address";
        return new Letter(holder.email(), null, subject, Map.of("link", config.link(NAME, code)));
    }
}
