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
     * What an author posted in the last hour.
     *
     * @param posts how many texts
     * @param oldest the first of these, null if there is none
     */
    private record History(long posts, Instant oldest) {}

    /**
     * Lets a new text pass or not. Of several comments of one author at once, and of several conversations of a new
     * account, each sees those before it, on every server, because they wait for each other until their transactions
     * end.
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
        if (isNew(author, now)) {
            requireFewLinks(text);
            awaitTurn(author);
            requireFewPosts(history(author, now), now);
            requireNewText(author, kind, title, text, now);
        } else if (kind == PostKind.COMMENT) {
            awaitTurn(author);
            requireNewText(author, kind, title, text, now);
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
        if (isNew(author, clock.instant())) {
            requireFewLinks(text);
        }
    }

    /** Waits until no other post of the author is being decided; the turn ends with the transaction. */
    private void awaitTurn(Caller author) {
        new Sql()
                .add("SELECT pg_advisory_xact_lock(hashtextextended(?, 0))", "posts:" + author.id())
                .by(entities::createNativeQuery)
                .getSingleResult();
    }

    private History history(Caller author, Instant now) {
        String hourAgo = now.minus(HOUR).toString();
        Object[] row = (Object[]) new Sql()
                .add("SELECT count(*), min(created_at) FROM (")
                .add("SELECT created_at FROM public.comments WHERE author_id = ?", author.id())
                .add("AND created_at > CAST(? AS timestamptz) UNION ALL", hourAgo)
                .add("SELECT created_at FROM public.conversations WHERE author_id = ?", author.id())
                .add("AND created_at > CAST(? AS timestamptz)) recent", hourAgo)
                .by(entities::createNativeQuery)
                .getSingleResult();
        return new History(((Number) row[0]).longValue(), instant((Timestamp) row[1]));
    }

    private void requireNewText(Caller author, PostKind kind, String title, String text, Instant now) {
        boolean repeated = (boolean) new Sql()
                .add("SELECT EXISTS (SELECT FROM " + kind.table() + " WHERE author_id = ?", author.id())
                .add("AND chronicles.text_key(content) = chronicles.text_key(?)", text)
                .addIf(title != null, "AND title = ?", title)
                .add(
                        "AND created_at > CAST(? AS timestamptz))",
                        now.minus(config.sameTextWindow()).toString())
                .by(entities::createNativeQuery)
                .getSingleResult();
        if (repeated) {
            throw new ApiException(ErrorCode.TEXT_ALREADY_EXISTS);
        }
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

    /** @throws ApiException INVALID_TOKEN if the author's account has just been deleted */
    private boolean isNew(Caller author, Instant now) {
        List<?> since = new Sql()
                .add("SELECT created_at FROM auth.users WHERE id = ?", author.id())
                .by(entities::createNativeQuery)
                .getResultList();
        if (since.isEmpty()) {
            throw new ApiException(ErrorCode.INVALID_TOKEN);
        }
        Instant made = instant((Timestamp) since.get(0));
        return made != null && made.isAfter(now.minus(config.newAccountAge()));
    }

    private static boolean isTrusted(Caller author) {
        return author.role() == Role.MODERATOR || author.role() == Role.ADMIN;
    }

    private static Instant instant(Timestamp column) {
        return column == null ? null : column.toInstant();
    }
}
