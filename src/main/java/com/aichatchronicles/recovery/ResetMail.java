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

/** Brings the link to choose a new password. */
@ApplicationScoped
public class ResetMail implements MailKind {
    static final String NAME = "reset-password";

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
                .filter(holder -> holder.mayEnter() && accounts.mayHavePassword(holder.id()))
                .map(holder -> letter(holder, mail));
    }

    private Letter letter(Holder holder, QueuedMail mail) {
        String code = codes.make(new Redeemed(holder.id(), Purpose.RESET_PASSWORD, holder.email()), mail.id());
        Map<String, String> values = Map.of("link", config.link(NAME, code));
        return new Letter(holder.email(), Notice.greeting(holder), "Reset your password", values);
    }
}
