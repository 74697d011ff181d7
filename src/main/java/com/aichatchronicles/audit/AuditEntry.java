package com.aichatchronicles.audit;

import com.aichatchronicles.platform.audit.AuditFact;
import com.aichatchronicles.platform.audit.AuditParty;
import com.aichatchronicles.platform.persistence.NewId;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.TreeMap;
import java.util.UUID;

/**
 * A fact with its circumstances, as the log keeps it.
 *
 * @param id its own
 * @param recordedAt when it happened, in microseconds
 * @param action what
 * @param refused whether it was only tried
 * @param times how often, more than 1 for refusals that were added up
 * @param actorKind what kind of thing did it
 * @param actorId who, may be null
 * @param subjectKind what kind of thing it was done to, may be null
 * @param subjectId to what, may be null
 * @param address the client's network address, null outside a request
 * @param requestId of the request, null outside one
 * @param details a JSON object, its members in the order of their names
 */
record AuditEntry(
        UUID id,
        Instant recordedAt,
        String action,
        boolean refused,
        int times,
        String actorKind,
        UUID actorId,
        String subjectKind,
        UUID subjectId,
        String address,
        String requestId,
        String details) {
    /** @return a fact of this moment */
    static AuditEntry of(AuditFact fact, AuditParty actor, String address, String requestId) {
        JsonObjectBuilder details = Json.createObjectBuilder();
        new TreeMap<>(fact.details()).forEach(details::add);
        return new AuditEntry(
                NewId.next(),
                Instant.now().truncatedTo(ChronoUnit.MICROS),
                fact.action(),
                fact.refused(),
                1,
                actor.kind(),
                actor.id(),
                fact.subject() == null ? null : fact.subject().kind(),
                fact.subject() == null ? null : fact.subject().id(),
                address,
                requestId,
                details.build().toString());
    }

    /** @return the same refusal again, for so many that came after it */
    AuditEntry repeated(int count, Instant last) {
        return new AuditEntry(
                NewId.next(),
                last,
                action,
                refused,
                count,
                actorKind,
                actorId,
                subjectKind,
                subjectId,
                address,
                requestId,
                details);
    }

    /** @return a refusal that stands for so many of all kinds and callers */
    static AuditEntry various(int count, Instant last) {
        return new AuditEntry(
                NewId.next(), last, "various", true, count, "various", null, null, null, null, null, "{}");
    }

    /** @return the word of the database for how it ended */
    String outcome() {
        return refused ? "refused" : "done";
    }
}
