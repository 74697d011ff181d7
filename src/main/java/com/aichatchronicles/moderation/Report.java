package com.aichatchronicles.moderation;

import com.aichatchronicles.platform.errors.ApiException;
import com.aichatchronicles.platform.errors.ErrorCode;
import com.aichatchronicles.sessions.Caller;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** Somebody's complaint about a thing: open, then taken by a moderator, who may give it back, then decided for good. */
@Entity
@Table(schema = "chronicles", name = "reports")
public class Report {
    private static final String OPEN = "open";
    private static final String TAKEN = "taken";
    private static final String DECIDED = "decided";

    @Id
    private UUID id;

    @Column(name = "reporter_id")
    private UUID reporterId;

    @Column(name = "subject_type")
    private String subjectType;

    @Column(name = "subject_id")
    private UUID subjectId;

    @Column(name = "author_id")
    private UUID authorId;

    private String evidence;
    private String reason;
    private String note;
    private String status;

    @Column(name = "taker_id")
    private UUID takerId;

    private String measure;
    private String explanation;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "decided_at")
    private Instant decidedAt;

    protected Report() {} // required by JPA

    /**
     * @param subject the thing as it is now
     * @param complaint validated
     * @param now the present time
     */
    Report(UUID id, UUID reporterId, Subject subject, NewReport complaint, Instant now) {
        this.id = id;
        this.reporterId = reporterId;
        this.subjectType = subject.type().text();
        this.subjectId = subject.id();
        this.authorId = subject.author();
        this.evidence = subject.evidence();
        this.reason = complaint.reason();
        this.note = complaint.note() == null || complaint.note().isBlank()
                ? null
                : complaint.note().strip();
        this.status = OPEN;
        this.createdAt = now;
    }

    SubjectType subjectType() {
        return SubjectType.of(subjectType);
    }

    UUID subjectId() {
        return subjectId;
    }

    /**
     * @throws ApiException INSUFFICIENT_PERMISSIONS for their own thing, REPORT_ALREADY_DECIDED, or
     *     REPORT_ALREADY_TAKEN by another moderator
     */
    void take(Caller moderator) {
        Moderators.requireImpartial(moderator, authorId);
        requireUndecided();
        requireFreeFor(moderator, false);
        status = TAKEN;
        takerId = moderator.id();
    }

    /**
     * @throws ApiException REPORT_ALREADY_DECIDED or REPORT_ALREADY_TAKEN by another moderator, unless an admin asks
     */
    void giveBack(Caller moderator) {
        requireUndecided();
        requireFreeFor(moderator, moderator.isAdmin());
        status = OPEN;
        takerId = null;
    }

    /**
     * @throws ApiException INSUFFICIENT_PERMISSIONS for their own thing, REPORT_ALREADY_DECIDED, or
     *     REPORT_ALREADY_TAKEN by another moderator, unless an admin asks
     */
    void decide(Caller moderator, Decision decision, Instant now) {
        Moderators.requireImpartial(moderator, authorId);
        requireUndecided();
        requireFreeFor(moderator, moderator.isAdmin());
        status = DECIDED;
        takerId = moderator.id();
        measure = decision.measure();
        explanation = decision.reason().strip();
        decidedAt = now;
    }

    FiledReport filed() {
        return new FiledReport(id, subjectType, subjectId, reason, note, status, createdAt);
    }

    private void requireUndecided() {
        if (DECIDED.equals(status)) {
            throw new ApiException(ErrorCode.REPORT_ALREADY_DECIDED);
        }
    }

    private void requireFreeFor(Caller moderator, boolean whoeverHasIt) {
        if (takerId != null && !takerId.equals(moderator.id()) && !whoeverHasIt) {
            throw new ApiException(ErrorCode.REPORT_ALREADY_TAKEN);
        }
    }
}
