package com.aichatchronicles.audit;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.bind.annotation.JsonbNillable;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.io.StringReader;
import java.util.UUID;

/**
 * A row of the log as admins see it, and as it is exported: with it the hash can be worked out anew.
 *
 * @param recordedAt with six digits behind the point
 * @param outcome {@code done} or {@code refused}
 * @param times how often, more than 1 for refusals that were added up
 * @param address the client's network address
 * @param details as they are hashed
 */
@JsonbNillable
@JsonbPropertyOrder({
    "position",
    "id",
    "recordedAt",
    "action",
    "outcome",
    "times",
    "actor",
    "subject",
    "address",
    "requestId",
    "details",
    "previousHash",
    "hash"
})
public record AuditView(
        long position,
        UUID id,
        String recordedAt,
        String action,
        String outcome,
        int times,
        Party actor,
        Party subject,
        String address,
        String requestId,
        JsonObject details,
        String previousHash,
        String hash) {
    /**
     * Who or what.
     *
     * @param kind {@code user}, {@code anonymous}, {@code system} and so on
     * @param id may be null
     */
    @JsonbNillable
    public record Party(String kind, UUID id) {}

    static AuditView of(Link link, String hash) {
        AuditEntry entry = link.entry();
        return new AuditView(
                link.position(),
                entry.id(),
                Link.time(entry.recordedAt()),
                entry.action(),
                entry.outcome(),
                entry.times(),
                new Party(entry.actorKind(), entry.actorId()),
                entry.subjectKind() == null ? null : new Party(entry.subjectKind(), entry.subjectId()),
                entry.address(),
                entry.requestId(),
                object(entry.details()),
                Link.hex(link.previousHash()),
                hash);
    }

    private static JsonObject object(String json) {
        try (JsonReader reader = Json.createReader(new StringReader(json))) {
            return reader.readObject();
        }
    }
}
