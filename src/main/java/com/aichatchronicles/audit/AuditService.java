package com.aichatchronicles.audit;

import com.aichatchronicles.platform.persistence.Sql;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.UUID;

/** Writes what is to come into the log. */
@Stateless
public class AuditService {
    @PersistenceContext
    EntityManager entities;

    /** Keeps a fact in the running transaction; in one of its own if none runs. */
    public void record(AuditEntry entry) {
        new Sql()
                .add("INSERT INTO chronicles.audit_pending (id, recorded_at, action, outcome, times, actor_kind,")
                .add("actor_id, subject_kind, subject_id, address, request_id, details)")
                .add(
                        "VALUES (?, CAST(? AS timestamptz), ?,",
                        entry.id(),
                        entry.recordedAt().toString(),
                        entry.action())
                .add("?, ?, ?,", entry.outcome(), entry.times(), entry.actorKind())
                .add("CAST(? AS uuid), CAST(? AS text),", text(entry.actorId()), entry.subjectKind())
                .add("CAST(? AS uuid), CAST(? AS text),", text(entry.subjectId()), entry.address())
                .add("CAST(? AS text), ?)", entry.requestId(), entry.details())
                .by(entities::createNativeQuery)
                .executeUpdate();
    }

    /** Keeps some facts, all or none. */
    public void record(List<AuditEntry> entries) {
        entries.forEach(this::record);
    }

    private static String text(UUID id) {
        return id == null ? null : id.toString();
    }
}
