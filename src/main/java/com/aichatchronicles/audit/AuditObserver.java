package com.aichatchronicles.audit;

import com.aichatchronicles.platform.audit.AuditFact;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** Takes the facts that features tell of. */
@ApplicationScoped
public class AuditObserver {
    @Inject
    Circumstances circumstances;

    @Inject
    AuditService log;

    @Inject
    Refusals refusals;

    void take(@Observes AuditFact fact) {
        AuditEntry entry = circumstances.of(fact);
        if (fact.refused()) {
            refusals.add(fact, entry);
        } else {
            log.record(entry);
        }
    }
}
