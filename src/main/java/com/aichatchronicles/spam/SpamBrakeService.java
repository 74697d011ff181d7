package com.aichatchronicles.spam;

import com.aichatchronicles.platform.errors.ApiException;
import com.aichatchronicles.platform.errors.ErrorCode;
import com.aichatchronicles.platform.errors.FieldError;
import com.aichatchronicles.platform.persistence.Sql;
import com.aichatchronicles.sessions.Caller;
import com.aichatchronicles.sessions.Role;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Decides whether somebody may post a text now. */
@Stateless
public class SpamBrakeService {
    private static final Duration HOUR = Duration.ofHours(1);

    @PersistenceContext
    EntityManager entities;

    @Inject
    SpamConfig config;

    @Inject
    Clock clock;

    /**
     * What the database knows of an author.
     *
     * @param since when the account was made
     * @param posts how many texts they posted in the last hour
     * @param oldest the first of these, null if there is none
     * @param repeated whether they posted this text before
     */
    private record History(Instant since, long posts, Instant oldest, boolean repeated) {}

    /**
     * Lets a new text pass or not. Of several posts of one author at once each sees those before it, on every server,
     * because they wait for each other until their transactions end.
     *
     * @param author who posts; moderators and admins always may
     * @param kind what they post
     * @param title what stands above it, null for a comment
     * @param text all of it
     * @throws ApiException VALIDATION_ERROR for more links than a new account may post, POSTING_LIMIT_EXCEEDED for more
     *     posts in an hour, TEXT_ALREADY_EXISTS for a comment that they posted lately, or from a new account a
     *     conversation
     */
    public void admit(Caller author, PostKind kind, String title, String text) {
        if (isTrusted(author)) {
            return;
        }
        Instant now = clock.instant();
        new Sql()
                .add("SELECT pg_advisory_xact_lock(hashtextextended(?, 0))", "posts:" + author.id())
                .by(entities::createNativeQuery)
                .getSingleResult();
        History history = history(author, kind, title, text, now);
        boolean isNew = isNew(history.since(), now);
        if (isNew) {
            requireFewLinks(text);
            requireFewPosts(history, now);
        }
        if (history.repeated() && (isNew || kind == PostKind.COMMENT)) {
            throw new ApiException(ErrorCode.TEXT_ALREADY_EXISTS);
        }
    }

    /**
     * Lets a changed text pass or not.
     *
     * @param author who changes it; moderators and admins always may
     * @param text all of it as it is to be
     * @throws ApiException VALIDATION_ERROR for more links than a new account may post
     */
    public void admitEdit(Caller author, String text) {
        if (isTrusted(author) || Links.count(text) <= config.newAccountLinks()) {
            return;
        }
        Timestamp since = (Timestamp) new Sql()
                .add("SELECT created_at FROM auth.users WHERE id = ?", author.id())
                .by(entities::createNativeQuery)
                .getSingleResult();
        if (isNew(instant(since), clock.instant())) {
            requireFewLinks(text);
        }
    }

    private History history(Caller author, PostKind kind, String title, String text, Instant now) {
        String hourAgo = now.minus(HOUR).toString();
        Object[] row = (Object[]) new Sql()
                .add("SELECT u.created_at, p.posts, p.oldest, EXISTS (SELECT FROM " + kind.table() + " t")
                .add("WHERE t.author_id = u.id AND chronicles.text_key(t.content) = chronicles.text_key(?)", text)
                .addIf(title != null, "AND t.title = ?", title)
                .add(
                        "AND t.created_at > CAST(? AS timestamptz))",
                        now.minus(config.sameTextWindow()).toString())
                .add("FROM auth.users u CROSS JOIN LATERAL (SELECT count(*) AS posts, min(created_at) AS oldest FROM (")
                .add("SELECT created_at FROM public.comments WHERE author_id = u.id")
                .add("AND created_at > CAST(? AS timestamptz) UNION ALL", hourAgo)
                .add("SELECT created_at FROM public.conversations WHERE author_id = u.id")
                .add("AND created_at > CAST(? AS timestamptz)) recent) p WHERE u.id = ?", hourAgo, author.id())
                .by(entities::createNativeQuery)
                .getSingleResult();
        return new History(
                instant((Timestamp) row[0]),
                ((Number) row[1]).longValue(),
                instant((Timestamp) row[2]),
                Boolean.TRUE.equals(row[3]));
    }

    private void requireFewLinks(String text) {
        int most = config.newAccountLinks();
        if (Links.count(text) > most) {
            String complaint = "must contain at most " + most + " links while the account is new";
            throw new ApiException(
                    ErrorCode.VALIDATION_ERROR, List.of(FieldError.of("content", complaint, "string.links")));
        }
    }

    private void requireFewPosts(History history, Instant now) {
        if (history.posts() < config.newAccountPosts()) {
            return;
        }
        Instant free = history.oldest() == null ? now : history.oldest().plus(HOUR);
        throw ApiException.tooMany(
                ErrorCode.POSTING_LIMIT_EXCEEDED,
                Math.max(1, Duration.between(now, free).toSeconds() + 1));
    }

    private boolean isNew(Instant since, Instant now) {
        return since != null && since.isAfter(now.minus(config.newAccountAge()));
    }

    private static boolean isTrusted(Caller author) {
        return author.role() == Role.MODERATOR || author.role() == Role.ADMIN;
    }

    private static Instant instant(Timestamp column) {
        return column == null ? null : column.toInstant();
    }
}
