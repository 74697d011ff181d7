package com.aichatchronicles.scim;

import com.aichatchronicles.platform.audit.AuditFact;
import com.aichatchronicles.platform.audit.AuditParty;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.UUID;

/** Tells the audit log what directories do, in the transaction that does it, and what they may not. */
@ApplicationScoped
public class DirectoryAudit {
    private static final AuditParty DIRECTORY = new AuditParty("scim", null);

    @Inject
    Event<AuditFact> facts;

    /** @param act what became of a user, as {@code created} */
    public void user(String act, UUID id) {
        facts.fire(AuditFact.done("scim.user_" + act).by(DIRECTORY).on("user", id));
    }

    /** @param act what became of a group, as {@code created} */
    public void group(String act, UUID id) {
        facts.fire(AuditFact.done("scim.group_" + act).by(DIRECTORY).on("group", id));
    }

    /** @param code why a call was refused */
    public void refused(String code) {
        facts.fire(AuditFact.refused("scim.call", code).by(DIRECTORY));
    }
}
