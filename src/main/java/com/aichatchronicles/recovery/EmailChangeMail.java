package com.aichatchronicles.recovery;

import com.aichatchronicles.mail.Letter;
import com.aichatchronicles.mail.QueuedMail;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/**
 * Asks whoever reads the mails to an address whether an account is to have it. Does not greet them: they may be
 * strangers.
 */
@ApplicationScoped
public class EmailChangeMail extends CodeMail {
    static final String NAME = "confirm-email-change";

    EmailChangeMail() {
        super(NAME, VerificationMail.NAME);
    }

    @Override
    public Optional<Letter> write(QueuedMail mail) {
        return accounts.lookup(mail.accountId())
                .filter(holder ->
                        holder.mayEnter() && accounts.lookup(mail.address()).isEmpty())
                .map(holder -> letter(mail));
    }

    private Letter letter(QueuedMail mail) {
        Redeemed change = new Redeemed(mail.accountId(), Purpose.CHANGE_EMAIL, mail.address());
        return new Letter(mail.address(), null, "Please confirm your new e-mail address", linkFor(change, mail));
    }
}
