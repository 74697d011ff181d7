package com.aichatchronicles.recovery;

import com.aichatchronicles.accounts.CredentialService;
import com.aichatchronicles.mail.Letter;
import com.aichatchronicles.mail.MailKind;
import com.aichatchronicles.mail.QueuedMail;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;

/** Asks whoever reads the mails to an address whether an account is to have it. Does not greet them: they may be strangers. */
@ApplicationScoped
public class EmailChangeMail implements MailKind {
    static final String NAME = "confirm-email-change";

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
        return accounts.lookup(mail.accountId())
                .filter(holder ->
                        holder.mayEnter() && accounts.lookup(mail.address()).isEmpty())
                .map(holder -> letter(mail));
    }

    private Letter letter(QueuedMail mail) {
        String code = codes.make(new Redeemed(mail.accountId(), Purpose.CHANGE_EMAIL, mail.address()), mail.id());
        Map<String, String> values = Map.of("link", config.link(VerificationMail.NAME, code));
        return new Letter(mail.address(), null, "Please confirm your new e-mail address", values);
    }
}
