package com.aichatchronicles.recovery;

import com.aichatchronicles.accounts.Holder;
import com.aichatchronicles.mail.Letter;
import com.aichatchronicles.mail.QueuedMail;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Brings the link to choose a new password. */
@ApplicationScoped
public class ResetMail extends CodeMail {
    static final String NAME = "reset-password";

    ResetMail() {
        super(NAME, NAME);
    }

    @Override
    public Optional<Letter> write(QueuedMail mail) {
        return accounts.lookup(mail.address())
                .filter(holder -> holder.mayEnter() && accounts.mayHavePassword(holder.id()))
                .map(holder -> letter(holder, mail));
    }

    private Letter letter(Holder holder, QueuedMail mail) {
        Redeemed reset = new Redeemed(holder.id(), Purpose.RESET_PASSWORD, holder.email());
        return new Letter(holder.email(), Notice.greeting(holder), "Reset your password", linkFor(reset, mail));
    }
}
