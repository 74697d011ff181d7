package com.aichatchronicles.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;

/** Wakes the worker once a mail is really in the queue. */
@ApplicationScoped
public class MailPostedObserver {
    @Inject
    MailWorker worker;

    void wake(@Observes(during = TransactionPhase.AFTER_SUCCESS) MailPosted posted) {
        worker.wake();
    }
}
