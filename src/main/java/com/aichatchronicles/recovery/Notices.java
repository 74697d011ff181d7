package com.aichatchronicles.recovery;

import com.aichatchronicles.mail.MailKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;

/** The kinds of mail that need nothing but a template. */
@ApplicationScoped
public class Notices {
    /** @return that somebody has set another password */
    @Produces
    public MailKind passwordChanged() {
        return new Notice(Notice.PASSWORD_CHANGED, "Your password was changed");
    }

    /** @return to the present address, that another one was asked for */
    @Produces
    public MailKind emailChangeRequested() {
        return new Notice(Notice.EMAIL_CHANGE_REQUESTED, "A new e-mail address was asked for");
    }

    /** @return to the address of before, that it is so no more */
    @Produces
    public MailKind emailChanged() {
        return new Notice(Notice.EMAIL_CHANGED, "Your e-mail address was changed");
    }

    /** @return a last word */
    @Produces
    public MailKind accountDeleted() {
        return new Notice(Notice.ACCOUNT_DELETED, "Your account was deleted");
    }
}
