package com.aichatchronicles.moderation;

import com.aichatchronicles.comments.CommentService;
import com.aichatchronicles.conversations.Author;
import com.aichatchronicles.conversations.WithholdingService;
import com.aichatchronicles.platform.audit.AuditFact;
import com.aichatchronicles.platform.errors.ApiException;
import com.aichatchronicles.platform.errors.ErrorCode;
import com.aichatchronicles.platform.errors.FieldError;
import com.aichatchronicles.platform.http.Page;
import com.aichatchronicles.platform.http.PageRequest;
import com.aichatchronicles.platform.http.Position;
import com.aichatchronicles.platform.persistence.NewId;
import com.aichatchronicles.platform.persistence.Sql;
import com.aichatchronicles.sessions.Caller;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** Does what moderators decide, and keeps a log of it. */
@Stateless
public class MeasureService {
    @PersistenceContext
    EntityManager entities;

    @Inject
    SubjectQueries subjects;

    @Inject
    ModerationQueries queries;

    @Inject
    WithholdingService conversations;

    @Inject
    CommentService comments;

    @Inject
    Event<Moderated> moderated;

    @Inject
    Event<AuditFact> facts;

    @Inject
    Clock clock;

    /**
     * @param measure validated
     * @param moderator who takes it
     * @return the entry in the log
     * @throws ApiException CONVERSATION_NOT_FOUND, COMMENT_NOT_FOUND or PROFILE_NOT_FOUND; VALIDATION_ERROR for a
     *     measure that such a thing does not know; INSUFFICIENT_PERMISSIONS for a thing of their own
     */
    public MeasureView take(NewMeasure measure, Caller moderator) {
        SubjectType type = SubjectType.of(measure.subjectType());
        UUID id = UUID.fromString(measure.subjectId());
        return apply(type, id, new Decision(measure.measure(), measure.reason()), moderator, null);
    }

    /**
     * @param subject whose log, null for everything
     * @param page which part of it
     * @return what was done, the last first
     */
    public Page<MeasureView> list(UUID subject, PageRequest page) {
        return page.fill(
                queries.measures(subject, page),
                queries.countMeasures(subject),
                row -> Position.at(row.createdAt(), row.id()),
                Function.identity());
    }

    /**
     * @param type the kind of the thing
     * @param id the thing
     * @param decision what is done, and why
     * @param moderator who does it
     * @param report the report that it decides, or null
     * @return the entry in the log
     * @throws ApiException as {@link #take} does
     */
    public MeasureView apply(SubjectType type, UUID id, Decision decision, Caller moderator, UUID report) {
        Measure measure = Measure.of(decision.measure());
        if (!measure.fits(type)) {
            throw new ApiException(
                    ErrorCode.VALIDATION_ERROR,
                    List.of(FieldError.of("measure", "must be one that a " + type.text() + " knows", "any.invalid")));
        }
        Subject subject = subjects.require(type, id, moderator);
        Moderators.requireImpartial(moderator, subject.author());
        carryOut(measure, subject, moderator);
        MeasureView entry = new MeasureView(
                NewId.next(),
                type.text(),
                id,
                subject.author(),
                measure.text(),
                decision.reason().strip(),
                report,
                Author.of(moderator),
                clock.instant());
        keep(entry);
        facts.fire(AuditFact.done("moderation." + measure.text()).on(type.text(), id));
        moderated.fire(new Moderated(moderator.id(), subject.author(), type, id, measure, entry.reason()));
        return entry;
    }

    private void carryOut(Measure measure, Subject subject, Caller moderator) {
        switch (measure) {
            case HIDE -> comments.hide(subject.id(), true, moderator);
            case UNPUBLISH -> conversations.withhold(subject.id(), moderator);
            case RESTORE -> restore(subject, moderator);
            default -> {} // nothing happens to the thing itself
        }
    }

    private void restore(Subject subject, Caller moderator) {
        if (subject.type() == SubjectType.COMMENT) {
            comments.hide(subject.id(), false, moderator);
        } else {
            conversations.restore(subject.id());
        }
    }

    private void keep(MeasureView entry) {
        new Sql()
                .add("INSERT INTO chronicles.moderation_measures")
                .add("(id, moderator_id, subject_type, subject_id, author_id, measure, reason, report_id, created_at)")
                .add("VALUES (?, ?, ?, ?,", entry.id(), entry.moderator().id(), entry.subjectType(), entry.subjectId())
                .add("?, ?, ?, CAST(? AS uuid),", entry.authorId(), entry.measure(), entry.reason(), entry.reportId())
                .add("CAST(? AS timestamptz))", entry.createdAt().toString())
                .by(entities::createNativeQuery)
                .executeUpdate();
    }
}
