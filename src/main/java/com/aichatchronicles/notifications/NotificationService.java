package com.aichatchronicles.notifications;

import com.aichatchronicles.platform.errors.ApiException;
import com.aichatchronicles.platform.errors.ErrorCode;
import com.aichatchronicles.platform.http.Page;
import com.aichatchronicles.platform.http.PageRequest;
import com.aichatchronicles.platform.http.Position;
import com.aichatchronicles.platform.persistence.NewId;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** Tells people what happened, and shows them what they were told. */
@Stateless
public class NotificationService {
    /** The most rows that one call of {@link #forgetOld} deletes. */
    static final int BATCH = 1000;

    private static final Duration KEPT = Duration.ofDays(90);

    @Inject
    NotificationQueries queries;

    @Inject
    Clock clock;

    /**
     * Tells several people of one event, in the running transaction.
     *
     * @param news for them; whoever did it themselves hears nothing
     */
    public void tell(List<News> news) {
        String now = clock.instant().toString();
        news.stream()
                .filter(one -> !one.recipient().equals(one.actor()))
                // In a fixed order, so that two who tell the same people wait instead of dead-locking.
                .sorted(Comparator.comparing(News::recipient))
                .forEach(one -> queries.tell(NewId.next(), one, now));
    }

    /**
     * @param owner whose notifications
     * @param unread whether to leave out those that were read
     * @param page which part of them
     * @return them, the last first
     */
    public Page<NotificationView> list(UUID owner, boolean unread, PageRequest page) {
        return page.fill(
                queries.list(owner, unread, page),
                queries.count(owner, unread),
                row -> Position.at(row.updatedAt(), row.id()),
                Function.identity());
    }

    /**
     * @param owner whose notifications
     * @return how many were not read, 10,000 at most
     */
    public UnreadView unread(UUID owner) {
        return new UnreadView(queries.count(owner, true));
    }

    /**
     * @param owner whose notification
     * @param id which has been read now; that it was before changes nothing
     * @throws ApiException NOTIFICATION_NOT_FOUND, also for somebody else's
     */
    public void read(UUID owner, UUID id) {
        if (queries.read(owner, id, clock.instant().toString()) == 0) {
            throw new ApiException(ErrorCode.NOTIFICATION_NOT_FOUND);
        }
    }

    /** @param owner whose notifications have all been read now */
    public void readAll(UUID owner) {
        queries.readAll(owner, clock.instant().toString());
    }

    /**
     * Forgets notifications of more than 90 days ago, the oldest first.
     *
     * @return how many went, {@link #BATCH} at most
     */
    public int forgetOld() {
        return queries.forgetBefore(clock.instant().minus(KEPT).toString(), BATCH);
    }
}
