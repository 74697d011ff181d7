package com.aichatchronicles.moderation;

import com.aichatchronicles.platform.errors.ApiException;
import com.aichatchronicles.platform.errors.Causes;
import com.aichatchronicles.platform.errors.ErrorCode;
import com.aichatchronicles.platform.errors.FieldError;
import com.aichatchronicles.platform.http.Page;
import com.aichatchronicles.platform.http.PageRequest;
import com.aichatchronicles.platform.http.Position;
import com.aichatchronicles.platform.persistence.NewId;
import com.aichatchronicles.platform.persistence.Sql;
import com.aichatchronicles.sessions.Caller;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** Takes reports in and sees them through. */
@Stateless
public class ReportService {
    @PersistenceContext
    EntityManager entities;

    @Inject
    SubjectQueries subjects;

    @Inject
    ModerationQueries queries;

    @Inject
    MeasureService measures;

    @Inject
    Clock clock;

    /**
     * @param complaint validated
     * @param reporter who complains
     * @return the report as they see it
     * @throws ApiException CONVERSATION_NOT_FOUND, COMMENT_NOT_FOUND or PROFILE_NOT_FOUND; VALIDATION_ERROR for their
     *     own things; REPORT_ALREADY_EXISTS while an earlier report of theirs about the same thing is undecided
     */
    public FiledReport file(NewReport complaint, Caller reporter) {
        Subject subject = subjects.require(
                SubjectType.of(complaint.subjectType()), UUID.fromString(complaint.subjectId()), reporter);
        if (subject.author().equals(reporter.id())) {
            throw new ApiException(
                    ErrorCode.VALIDATION_ERROR,
                    List.of(FieldError.of("subject_id", "must be of somebody else", "any.invalid")));
        }
        if (queries.isReported(subject, reporter.id())) {
            throw new ApiException(ErrorCode.REPORT_ALREADY_EXISTS);
        }
        Report report = new Report(NewId.next(), reporter.id(), subject, complaint, clock.instant());
        try { // for those who report at the same moment; EclipseLink warns of each such failure in the log
            entities.persist(report);
            entities.flush();
        } catch (PersistenceException e) {
            throw Causes.isDuplicate(e) ? new ApiException(ErrorCode.REPORT_ALREADY_EXISTS, e) : e;
        }
        return report.filed();
    }

    /**
     * @param status open, taken or decided
     * @param page which part of the queue
     * @return reports, the oldest first
     */
    public Page<ReportView> list(String status, PageRequest page) {
        return page.fill(
                queries.reports(status, page),
                queries.countReports(status),
                row -> Position.at(row.createdAt(), row.id()),
                Function.identity());
    }

    /**
     * @param id the report
     * @return it
     * @throws ApiException REPORT_NOT_FOUND
     */
    public ReportView find(UUID id) {
        return queries.lookup(id).orElseThrow(() -> new ApiException(ErrorCode.REPORT_NOT_FOUND));
    }

    /**
     * @param id the report, which is the moderator's to decide from now on
     * @param moderator who takes it; having it already changes nothing
     * @return the report afterwards
     * @throws ApiException REPORT_NOT_FOUND, INSUFFICIENT_PERMISSIONS for a thing of their own, REPORT_ALREADY_DECIDED
     *     or REPORT_ALREADY_TAKEN
     */
    public ReportView take(UUID id, Caller moderator) {
        require(id).take(moderator);
        entities.flush();
        return find(id);
    }

    /**
     * @param id the report, which anyone may take from now on
     * @param moderator who has it, or an admin; one that nobody has stays so
     * @return the report afterwards
     * @throws ApiException REPORT_NOT_FOUND, REPORT_ALREADY_DECIDED or REPORT_ALREADY_TAKEN
     */
    public ReportView giveBack(UUID id, Caller moderator) {
        require(id).giveBack(moderator);
        entities.flush();
        return find(id);
    }

    /**
     * Decides a report and with it all others about the same thing.
     *
     * @param id the report; need not be taken
     * @param decision validated
     * @param moderator who decides
     * @return the report afterwards
     * @throws ApiException REPORT_NOT_FOUND, INSUFFICIENT_PERMISSIONS for a thing of their own, REPORT_ALREADY_DECIDED,
     *     REPORT_ALREADY_TAKEN by another moderator;
     *     VALIDATION_ERROR for a measure that such a thing does not know; CONVERSATION_NOT_FOUND, COMMENT_NOT_FOUND or
     *     PROFILE_NOT_FOUND if the thing is gone and the report is not dismissed
     */
    public ReportView decide(UUID id, Decision decision, Caller moderator) {
        UUID subject = find(id).subjectId();
        // Two decisions about one thing would dead-lock over each other's reports.
        new Sql()
                .add("SELECT pg_advisory_xact_lock(hashtextextended(?, 0))", "moderation:" + subject)
                .by(entities::createNativeQuery)
                .getSingleResult();
        Report report = require(id);
        Instant now = clock.instant();
        report.decide(moderator, decision, now);
        entities.flush();
        settleOthers(report, decision, moderator, now);
        if (!Measure.DISMISS.text().equals(decision.measure())) {
            measures.apply(report.subjectType(), report.subjectId(), decision, moderator, id);
        }
        return find(id);
    }

    private void settleOthers(Report report, Decision decision, Caller moderator, Instant now) {
        new Sql()
                .add("UPDATE chronicles.reports SET status = 'decided', taker_id = ?,", moderator.id())
                .add(
                        "measure = ?, explanation = ?,",
                        decision.measure(),
                        decision.reason().strip())
                .add("decided_at = CAST(? AS timestamptz)", now.toString())
                .add("WHERE subject_id = ? AND status <> 'decided'", report.subjectId())
                .by(entities::createNativeQuery)
                .executeUpdate();
    }

    private Report require(UUID id) {
        Report report = entities.find(Report.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (report == null) {
            throw new ApiException(ErrorCode.REPORT_NOT_FOUND);
        }
        return report;
    }
}
