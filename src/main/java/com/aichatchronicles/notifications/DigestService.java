package com.aichatchronicles.notifications;

import com.aichatchronicles.platform.http.PageRequest;
import com.aichatchronicles.platform.persistence.Sql;
import com.aichatchronicles.sessions.GoodStanding;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Composes digests, each once whatever the number of servers. */
@Stateless
public class DigestService {
    private static final PageRequest SHOWN = new PageRequest(1, 20, null);

    @PersistenceContext
    EntityManager entities;

    @Inject
    NotificationQueries queries;

    @Inject
    DigestMailer mail;

    @Inject
    Clock clock;

    /**
     * Sends the digest that has been due for the longest time, if there is one. Who has nothing unread gets none, and
     * waits for the next time; who has not proved their address waits until they have, and whom the site keeps out,
     * until it doesn't.
     *
     * @return whether there was one due
     */
    public boolean sendNext() {
        Instant now = clock.instant();
        List<?> due = new Sql()
                .add("SELECT w.user_id, p.email, p.full_name FROM chronicles.notification_preferences w")
                .add("JOIN public.profiles p ON p.id = w.user_id")
                .add("JOIN auth.users u ON u.id = w.user_id AND u.email_confirmed_at IS NOT NULL")
                .add("AND " + GoodStanding.CONDITION)
                .add("WHERE w.mail_digest = 'daily'")
                .add(
                        "AND w.digested_at <= CAST(? AS timestamptz)",
                        now.minus(Duration.ofDays(1)).toString())
                .add("OR w.mail_digest = 'weekly'")
                .add(
                        "AND w.digested_at <= CAST(? AS timestamptz)",
                        now.minus(Duration.ofDays(7)).toString())
                .add("ORDER BY w.digested_at LIMIT 1 FOR UPDATE OF w SKIP LOCKED")
                .by(entities::createNativeQuery)
                .getResultList();
        due.forEach(row -> send((Object[]) row, now));
        return !due.isEmpty();
    }

    private void send(Object[] column, Instant now) {
        UUID owner = (UUID) column[0];
        List<NotificationView> newest = queries.list(owner, true, SHOWN);
        if (!newest.isEmpty()) {
            List<NotificationView> shown = newest.subList(0, Math.min(SHOWN.limit(), newest.size()));
            long unread = queries.count(owner, true);
            mail.queue(new Digest(owner, (String) column[1], (String) column[2], unread, shown));
        }
        new Sql()
                .add(
                        "UPDATE chronicles.notification_preferences SET digested_at = CAST(? AS timestamptz)",
                        now.toString())
                .add("WHERE user_id = ?", owner)
                .by(entities::createNativeQuery)
                .executeUpdate();
    }
}
