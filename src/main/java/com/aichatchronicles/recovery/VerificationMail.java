package com.aichatchronicles.recovery;

import com.aichatchronicles.accounts.Holder;
import com.aichatchronicles.mail.Letter;
import com.aichatchronicles.mail.QueuedMail;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/**
 * Asks whoever reads the mails to an address whether they have made the account. Does not greet: the name was chosen by
 * somebody who may not be them, and could hold anything.
 */
@ApplicationScoped
public class VerificationMail extends CodeMail {
    static final String NAME = "verify-email";

    VerificationMail() {
        super(NAME, NAME);
    }

    @Override
    public Optional<Letter> write(QueuedMail mail) {
        return accounts.lookup(mail.address())
                .filter(holder -> !holder.emailVerified() && holder.mayEnter())
                .map(holder -> letter(holder, mail));
    }

    private Letter letter(Holder holder, QueuedMail mail) {
        Redeemed address = new Redeemed(holder.id(), Purpose.VERIFY_EMAIL, holder.email());
        return new Letter(holder.email(), null, "Please confirm your e-mail address", linkFor(address, mail));
    }
}
