package com.aichatchronicles.mail;

import com.aichatchronicles.platform.persistence.Tidying;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.io.StringReader;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** The queue as the servers that empty it see it. Times are those of the database, which the servers share. */
@Stateless
public class MailDispatchService {
    /** Longer than the five exchanges of a hand-over can take, each bounded by {@code SMTP_TIMEOUT}. */
    static final Duration LEASE = Duration.ofMinutes(10);

    /** Of a kind that replaces older ones, to one address: whoever asks for them may not be who gets them. */
    static final int MOST_AN_HOUR = 5;

    private static final String ANY_DUE = """
            SELECT EXISTS (SELECT FROM chronicles.mails WHERE state = 'waiting' AND due_at <= now())""";
    private static final String CLAIM = """
            UPDATE chronicles.mails SET attempts = attempts + 1, due_at = now() + make_interval(secs => ?1)
             WHERE id = (SELECT id FROM chronicles.mails WHERE state = 'waiting' AND due_at <= now()
                          ORDER BY due_at LIMIT 1 FOR UPDATE SKIP LOCKED)
            RETURNING id, kind, account_id, address, CAST(details AS text), attempts""";
    private static final String LOCK = """
            SELECT id FROM chronicles.mails WHERE id = ?1 AND attempts = ?2 AND state = 'waiting' FOR UPDATE""";
    private static final String NOT_THE_LATEST = """
            SELECT EXISTS (SELECT FROM chronicles.mails newer JOIN chronicles.mails mine ON mine.id = ?1
                            WHERE newer.address = mine.address AND newer.kind = mine.kind AND newer.state <> 'dead'
                              AND newer.created_at > mine.created_at)
                OR (SELECT count(*) >= ?2 FROM chronicles.mails gone JOIN chronicles.mails mine ON mine.id = ?1
                     WHERE gone.address = mine.address AND gone.kind = mine.kind AND gone.state = 'sent'
                       AND gone.ended_at > now() - interval '1 hour')""";
    private static final String FORGET = "DELETE FROM chronicles.mails WHERE id = ?1";
    private static final String SENT = """
            UPDATE chronicles.mails SET state = 'sent', ended_at = now(), last_error = NULL
             WHERE id = ?1 AND attempts = ?2""";
    private static final String POSTPONE = """
            UPDATE chronicles.mails
               SET failures = failures + 1, last_error = ?3,
                   due_at = now() + make_interval(secs => least(3600, 60 * power(2, least(failures, 6))))
             WHERE id = ?1 AND attempts = ?2 AND state = 'waiting'""";
    private static final String BURY = """
            UPDATE chronicles.mails SET state = 'dead', ended_at = now(), last_error = ?3
             WHERE id = ?1 AND attempts = ?2 AND state = 'waiting'""";
    private static final String BURY_OLD = """
            UPDATE chronicles.mails SET state = 'dead', ended_at = now(), last_error = coalesce(last_error, 'too old')
             WHERE id IN (SELECT id FROM chronicles.mails
                           WHERE state = 'waiting'
                             AND coalesce(retried_at, created_at) < now() - make_interval(secs => ?1)
                           LIMIT ?2 FOR UPDATE SKIP LOCKED)""";
    private static final String FORGET_ENDED = """
            DELETE FROM chronicles.mails
             WHERE id IN (SELECT id FROM chronicles.mails
                           WHERE state = 'sent' AND ended_at < now() - interval '7 days'
                              OR state = 'dead' AND ended_at < now() - interval '30 days'
                           LIMIT ?1 FOR UPDATE SKIP LOCKED)""";
    private static final String STANDING = """
            SELECT (SELECT count(*) FROM (SELECT FROM chronicles.mails WHERE state = 'waiting' LIMIT 10000) w),
                   (SELECT count(*) FROM (SELECT FROM chronicles.mails WHERE state = 'dead' LIMIT 10000) d)""";

    @PersistenceContext
    EntityManager entities;

    @Inject
    MailKinds kinds;

    /**
     * What the queue holds.
     *
     * @param waiting mails that have not left, counted to 10,000
     * @param dead mails of the last thirty days that never will, counted to 10,000
     */
    public record Standing(long waiting, long dead) {}

    /** @return whether any mail is to leave now */
    public boolean anyDue() {
        return Boolean.TRUE.equals(entities.createNativeQuery(ANY_DUE).getSingleResult());
    }

    /** @return the mail that has been due longest, now this server's for the time of the lease */
    public Optional<QueuedMail> claim() {
        List<?> rows = entities.createNativeQuery(CLAIM)
                .setParameter(1, LEASE.toSeconds())
                .getResultList();
        return rows.stream().findFirst().map(row -> mail((Object[]) row));
    }

    /**
     * Has a mail written by its kind. One that is not wanted any more is forgotten.
     *
     * @param mail claimed by this server
     * @return what to send; empty if there is nothing to send, or another server has claimed the mail meanwhile
     */
    public Optional<Letter> write(QueuedMail mail) {
        if (parameters(LOCK, mail).getResultList().isEmpty()) {
            return Optional.empty();
        }
        MailKind kind = kinds.require(mail.kind());
        boolean wanted = !kind.isLatestOnly() || isLatest(mail);
        Optional<Letter> letter = wanted ? kind.write(mail) : Optional.empty();
        if (letter.isEmpty()) {
            entities.createNativeQuery(FORGET).setParameter(1, mail.id()).executeUpdate();
        }
        return letter;
    }

    /** Notes that the mail server has taken a mail. */
    public void sent(QueuedMail mail) {
        parameters(SENT, mail).executeUpdate();
    }

    /**
     * Puts a mail off: by one minute after its first failure, twice as long after each other, an hour at most.
     *
     * @param error why, for operators
     */
    public void postpone(QueuedMail mail, String error) {
        parameters(POSTPONE, mail).setParameter(3, error).executeUpdate();
    }

    /**
     * Makes a mail a dead letter.
     *
     * @param error why, for operators
     */
    public void bury(QueuedMail mail, String error) {
        parameters(BURY, mail).setParameter(3, error).executeUpdate();
    }

    /**
     * Makes dead letters of mails that nobody wants so late.
     *
     * @param lifetime how old a mail may grow
     * @return how many died, {@link Tidying#BATCH} at most
     */
    public int buryOld(Duration lifetime) {
        return entities.createNativeQuery(BURY_OLD)
                .setParameter(1, lifetime.toSeconds())
                .setParameter(2, Tidying.BATCH)
                .executeUpdate();
    }

    /** @return how many mails were forgotten that left a week ago or died a month ago, {@link Tidying#BATCH} at most */
    public int forgetEnded() {
        return entities.createNativeQuery(FORGET_ENDED)
                .setParameter(1, Tidying.BATCH)
                .executeUpdate();
    }

    /** @return what the queue holds */
    public Standing standing() {
        Object[] row = (Object[]) entities.createNativeQuery(STANDING).getSingleResult();
        return new Standing(((Number) row[0]).longValue(), ((Number) row[1]).longValue());
    }

    private boolean isLatest(QueuedMail mail) {
        return Boolean.FALSE.equals(entities.createNativeQuery(NOT_THE_LATEST)
                .setParameter(1, mail.id())
                .setParameter(2, MOST_AN_HOUR)
                .getSingleResult());
    }

    private Query parameters(String sql, QueuedMail mail) {
        return entities.createNativeQuery(sql).setParameter(1, mail.id()).setParameter(2, mail.attempt());
    }

    private static QueuedMail mail(Object[] row) {
        return new QueuedMail(
                (UUID) row[0],
                (String) row[1],
                (UUID) row[2],
                (String) row[3],
                details((String) row[4]),
                ((Number) row[5]).intValue());
    }

    private static Map<String, String> details(String json) {
        try (JsonReader reader = Json.createReader(new StringReader(json))) {
            JsonObject object = reader.readObject();
            return object.keySet().stream().collect(Collectors.toMap(name -> name, object::getString));
        }
    }
}
