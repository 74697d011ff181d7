package com.aichatchronicles.recovery;

import com.aichatchronicles.accounts.AccountDeleted;
import com.aichatchronicles.accounts.AccountRegistered;
import com.aichatchronicles.accounts.CredentialService;
import com.aichatchronicles.accounts.Holder;
import com.aichatchronicles.accounts.PasswordChanged;
import com.aichatchronicles.mail.MailQueueService;
import com.aichatchronicles.mail.NewMail;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Map;

/** Turns what happens to accounts into mails, in the transaction in which it happens. */
@ApplicationScoped
public class AccountNews {
    @Inject
    MailQueueService mails;

    @Inject
    CodeService codes;

    @Inject
    CredentialService accounts;

    void welcome(@Observes AccountRegistered news) {
        mails.post(new NewMail(VerificationMail.NAME, news.id(), news.email(), Map.of()));
    }

    /** Also voids what somebody who had the old password may have asked for. */
    void tell(@Observes PasswordChanged news) {
        codes.voidAll(news.id());
        mails.withdraw(news.id(), EmailChangeMail.NAME);
        accounts.lookup(news.id()).ifPresent(holder -> post(holder, Notice.PASSWORD_CHANGED));
    }

    /** The mail names no account: it is all that is left. */
    void sayGoodbye(@Observes AccountDeleted news) {
        Holder holder = news.holder();
        mails.forget(holder.id(), holder.email());
        mails.post(new NewMail(Notice.ACCOUNT_DELETED, null, holder.email(), Notice.details(holder)));
    }

    private void post(Holder holder, String kind) {
        mails.post(new NewMail(kind, holder.id(), holder.email(), Notice.details(holder)));
    }
}
