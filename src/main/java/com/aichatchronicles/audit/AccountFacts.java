package com.aichatchronicles.audit;

import com.aichatchronicles.accounts.AccountDeleted;
import com.aichatchronicles.accounts.AccountRegistered;
import com.aichatchronicles.accounts.PasswordChanged;
import com.aichatchronicles.platform.audit.AuditFact;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** What accounts tell everybody of anyway. */
@ApplicationScoped
public class AccountFacts {
    private static final String USER = "user";

    @Inject
    Event<AuditFact> facts;

    void note(@Observes AccountRegistered news) {
        facts.fire(AuditFact.done("user.registered").on(USER, news.id()));
    }

    void note(@Observes PasswordChanged news) {
        facts.fire(AuditFact.done("user.password_changed").on(USER, news.id()));
    }

    void note(@Observes AccountDeleted news) {
        facts.fire(AuditFact.done("user.deleted").on(USER, news.holder().id()));
    }
}
