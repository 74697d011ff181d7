package com.aichatchronicles.drafts;

import com.aichatchronicles.conversations.ConversationAccessService;
import com.aichatchronicles.conversations.ConversationService;
import com.aichatchronicles.platform.errors.ApiException;
import com.aichatchronicles.platform.errors.ErrorCode;
import com.aichatchronicles.platform.http.Moment;
import com.aichatchronicles.platform.persistence.Sql;
import com.aichatchronicles.sessions.Caller;
import com.aichatchronicles.sessions.GoodStanding;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Keeps when drafts are to be published, and publishes those whose time has come. */
@Stateless
public class ScheduleService {
    private static final int AT_A_TIME = 50;
    private static final String SELECT =
            "SELECT conversation_id, publish_at, confirmed, refused_at FROM chronicles.scheduled_publications";

    @PersistenceContext
    EntityManager entities;

    @Inject
    ConversationAccessService access;

    @Inject
    ConversationService conversations;

    @Inject
    Clock clock;

    /**
     * @param conversation a draft
     * @param schedule validated
     * @param caller its author or an admin
     * @return the schedule, which takes the place of an earlier one
     * @throws ApiException CONVERSATION_NOT_FOUND, UNAUTHORIZED_UPDATE, CONVERSATION_ALREADY_PUBLISHED,
     *     CONVERSATION_WITHHELD, or VALIDATION_ERROR unless the time lies in the future
     */
    public ScheduleView schedule(UUID conversation, NewSchedule schedule, Caller caller) {
        Instant time = Moment.parseFuture("publish_at", schedule.publishAt(), clock.instant());
        if (access.requireOwn(conversation, caller)) {
            throw new ApiException(ErrorCode.CONVERSATION_ALREADY_PUBLISHED);
        }
        boolean confirmed = Boolean.TRUE.equals(schedule.confirmFindings());
        int kept = new Sql()
                .add("INSERT INTO chronicles.scheduled_publications (conversation_id, publish_at, confirmed)")
                .add("SELECT id, CAST(? AS timestamptz), CAST(? AS boolean)", time.toString(), confirmed)
                .add("FROM public.conversations WHERE id = ? AND withheld_at IS NULL", conversation)
                .add("ON CONFLICT (conversation_id) DO UPDATE SET publish_at = EXCLUDED.publish_at,")
                .add("confirmed = EXCLUDED.confirmed, refused_at = NULL")
                .by(entities::createNativeQuery)
                .executeUpdate();
        if (kept == 0) {
            throw new ApiException(ErrorCode.CONVERSATION_WITHHELD);
        }
        return lookup(conversation).orElseThrow();
    }

    /**
     * @param conversation a draft
     * @param caller its author or an admin
     * @return its schedule
     * @throws ApiException CONVERSATION_NOT_FOUND, UNAUTHORIZED_UPDATE or SCHEDULE_NOT_FOUND
     */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public ScheduleView find(UUID conversation, Caller caller) {
        access.requireOwn(conversation, caller);
        return lookup(conversation).orElseThrow(() -> new ApiException(ErrorCode.SCHEDULE_NOT_FOUND));
    }

    /**
     * @param conversation a draft, which waits for nothing afterwards
     * @param caller its author or an admin
     * @throws ApiException CONVERSATION_NOT_FOUND, UNAUTHORIZED_UPDATE or SCHEDULE_NOT_FOUND
     */
    public void cancel(UUID conversation, Caller caller) {
        access.requireOwn(conversation, caller);
        if (delete(conversation) == 0) {
            throw new ApiException(ErrorCode.SCHEDULE_NOT_FOUND);
        }
    }

    /**
     * @return drafts whose time has come, some at a time; other servers may publish them meanwhile. Those of an author
     *     whom the site keeps out at the moment wait until it doesn't
     */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public List<UUID> due() {
        return new Sql()
                .add("SELECT s.conversation_id FROM chronicles.scheduled_publications s")
                .add("JOIN public.conversations c ON c.id = s.conversation_id")
                .add("JOIN auth.users u ON u.id = c.author_id AND " + GoodStanding.CONDITION)
                .add("WHERE s.refused_at IS NULL AND s.publish_at <= ?", Timestamp.from(clock.instant()))
                .add("ORDER BY s.publish_at LIMIT ?", AT_A_TIME)
                .list(entities::createNativeQuery, UUID.class::cast);
    }

    /**
     * Publishes a draft unless another server does or did. A conversation that somebody writes at the moment is left
     * for the next time; its row is locked before that of its schedule, as everybody does who publishes.
     *
     * @param conversation the draft
     * @throws ApiException FINDINGS_NOT_CONFIRMED
     */
    public void publish(UUID conversation) {
        boolean free = !new Sql()
                .add("SELECT 1 FROM public.conversations WHERE id = ? FOR UPDATE SKIP LOCKED", conversation)
                .by(entities::createNativeQuery)
                .getResultList()
                .isEmpty();
        Optional<ScheduleView> due = free ? lookup(conversation).filter(this::isDue) : Optional.empty();
        if (due.isPresent()) {
            delete(conversation);
            conversations.publishScheduled(
                    conversation, due.get().publishAt(), due.get().confirmFindings());
        }
    }

    /** Notes that a draft is not published, so that its author sees it and nobody tries again. */
    public void refuse(UUID conversation) {
        new Sql()
                .add("UPDATE chronicles.scheduled_publications SET refused_at = ?", Timestamp.from(clock.instant()))
                .add("WHERE conversation_id = ?", conversation)
                .by(entities::createNativeQuery)
                .executeUpdate();
    }

    private boolean isDue(ScheduleView schedule) {
        return schedule.refusedAt() == null && !schedule.publishAt().isAfter(clock.instant());
    }

    private int delete(UUID conversation) {
        return new Sql()
                .add("DELETE FROM chronicles.scheduled_publications WHERE conversation_id = ?", conversation)
                .by(entities::createNativeQuery)
                .executeUpdate();
    }

    private Optional<ScheduleView> lookup(UUID conversation) {
        return new Sql()
                .add(SELECT + " WHERE conversation_id = ?", conversation)
                .first(entities::createNativeQuery, ScheduleService::view);
    }

    private static ScheduleView view(Object row) {
        Object[] column = (Object[]) row;
        return new ScheduleView(
                (UUID) column[0],
                ((Timestamp) column[1]).toInstant(),
                (Boolean) column[2],
                column[3] == null ? null : ((Timestamp) column[3]).toInstant());
    }
}
