package com.aichatchronicles.audit;

import com.aichatchronicles.platform.audit.AuditFact;
import com.aichatchronicles.platform.audit.AuditParty;
import com.aichatchronicles.platform.persistence.NewId;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
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
 * @param actor who
 * @param subject to what, may be null
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
        AuditParty actor,
        AuditParty subject,
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
                actor,
                fact.subject(),
                address,
                requestId,
                details.build().toString());
    }

    /** @return the same refusal again, for so many that came after it */
    AuditEntry repeated(int count, Instant last) {
        return new AuditEntry(NewId.next(), last, action, refused, count, actor, subject, address, requestId, details);
    }

    /** @return so many refusals of all kinds and callers */
    static AuditEntry various(int count, Instant last) {
        return new AuditEntry(
                NewId.next(), last, "various", true, count, new AuditParty("various", null), null, null, null, "{}");
    }

    /** @return the word of the database for how it ended */
    String outcome() {
        return refused ? "refused" : "done";
    }

    Optional<UUID> subjectId() {
        return Optional.ofNullable(subject).map(AuditParty::id);
    }

    String subjectKind() {
        return subject == null ? null : subject.kind();
    }
}
