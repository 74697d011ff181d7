package com.aichatchronicles.audit;

import com.aichatchronicles.platform.audit.AuditFact;
import com.aichatchronicles.platform.audit.AuditParty;
import com.aichatchronicles.platform.observability.CurrentRequest;
import com.aichatchronicles.platform.ratelimit.ClientAddress;
import com.aichatchronicles.sessions.CurrentAccount;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** Adds to a fact who, from where and in which request. */
@ApplicationScoped
public class Circumstances {
    @Inject
    CurrentAccount caller;

    @Inject
    ClientAddress client;

    /** @return the fact as the log keeps it; outside a request it is the server itself that acts */
    AuditEntry of(AuditFact fact) {
        Optional<String> request = CurrentRequest.servedId();
        return request.isPresent()
                ? AuditEntry.of(
                        fact.with("api_key", caller.key().orElse(null)),
                        actor(fact).orElseGet(this::caller),
                        client.text(),
                        request.get())
                : AuditEntry.of(fact, actor(fact).orElseGet(AuditParty::system), null, null);
    }

    private static Optional<AuditParty> actor(AuditFact fact) {
        return Optional.ofNullable(fact.actor());
    }

    private AuditParty caller() {
        String kind = caller.key().isPresent() ? "api_key" : "user";
        return caller.lookup()
                .map(known -> new AuditParty(kind, known.id()))
                .orElseGet(() -> new AuditParty("anonymous", null));
    }
}
