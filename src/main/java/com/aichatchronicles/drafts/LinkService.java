package com.aichatchronicles.drafts;

import com.aichatchronicles.conversations.ConversationAccessService;
import com.aichatchronicles.conversations.ConversationReadService;
import com.aichatchronicles.conversations.ConversationView;
import com.aichatchronicles.platform.errors.ApiException;
import com.aichatchronicles.platform.errors.ErrorCode;
import com.aichatchronicles.platform.http.Moment;
import com.aichatchronicles.platform.persistence.NewId;
import com.aichatchronicles.platform.persistence.Sql;
import com.aichatchronicles.sessions.Caller;
import com.aichatchronicles.tokens.OpaqueToken;
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
import java.util.UUID;

/** Makes and revokes the secret links of a conversation, and shows it to those who hold one. */
@Stateless
public class LinkService {
    static final int MOST = 20;
    private static final String PATH = "/api/v1/shared/";

    @PersistenceContext
    EntityManager entities;

    @Inject
    ConversationAccessService access;

    @Inject
    ConversationReadService conversations;

    @Inject
    Clock clock;

    /**
     * @param conversation a conversation, draft or not
     * @param link validated
     * @param caller its author or an admin
     * @return the link with its secret, which the server forgets
     * @throws ApiException CONVERSATION_NOT_FOUND, UNAUTHORIZED_UPDATE, TOO_MANY_LINKS, or VALIDATION_ERROR unless it
     *     expires in the future
     */
    public LinkView make(UUID conversation, NewLink link, Caller caller) {
        Instant now = clock.instant();
        Instant expiry = link.expiresAt() == null ? null : Moment.parseFuture("expires_at", link.expiresAt(), now);
        access.requireOwn(conversation, caller);
        requireRoom(conversation, now);
        String token = OpaqueToken.next();
        UUID id = NewId.next();
        new Sql()
                .add("INSERT INTO chronicles.secret_links (id, conversation_id, hash, created_at, expires_at)")
                .add("VALUES (?, ?, ?, ?,", id, conversation, OpaqueToken.hash(token), Timestamp.from(now))
                .addIf(expiry == null, "NULL)")
                .addIf(expiry != null, "?)", expiry == null ? null : Timestamp.from(expiry))
                .by(entities::createNativeQuery)
                .executeUpdate();
        return new LinkView(id, token, PATH + token, now, expiry);
    }

    /**
     * @param conversation whose links
     * @param caller its author or an admin
     * @return those that still hold, the oldest first, without their secrets
     * @throws ApiException CONVERSATION_NOT_FOUND or UNAUTHORIZED_UPDATE
     */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public List<LinkView> list(UUID conversation, Caller caller) {
        access.requireOwn(conversation, caller);
        return new Sql()
                .add(
                        "SELECT id, created_at, expires_at FROM chronicles.secret_links WHERE conversation_id = ?",
                        conversation)
                .add("AND (expires_at IS NULL OR expires_at > ?)", Timestamp.from(clock.instant()))
                .add("ORDER BY created_at, id LIMIT ?", MOST)
                .list(entities::createNativeQuery, LinkService::view);
    }

    /**
     * @param conversation whose link
     * @param link which one; it holds no more from now on
     * @param caller its author or an admin
     * @throws ApiException CONVERSATION_NOT_FOUND, UNAUTHORIZED_UPDATE or LINK_NOT_FOUND
     */
    public void revoke(UUID conversation, UUID link, Caller caller) {
        access.requireOwn(conversation, caller);
        int revoked = new Sql()
                .add("DELETE FROM chronicles.secret_links WHERE id = ? AND conversation_id = ?", link, conversation)
                .by(entities::createNativeQuery)
                .executeUpdate();
        if (revoked == 0) {
            throw new ApiException(ErrorCode.LINK_NOT_FOUND);
        }
    }

    /**
     * @param token the secret of a link
     * @return the conversation that it leads to
     * @throws ApiException LINK_NOT_FOUND, whether it never was, was revoked, has expired, or leads to what moderators
     *     withhold
     */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public ConversationView open(String token) {
        List<?> rows = new Sql()
                .add("SELECT l.conversation_id FROM chronicles.secret_links l")
                .add("JOIN public.conversations c ON c.id = l.conversation_id AND c.withheld_at IS NULL")
                .add("WHERE l.hash = ?", OpaqueToken.hash(token))
                .add("AND (l.expires_at IS NULL OR l.expires_at > ?)", Timestamp.from(clock.instant()))
                .by(entities::createNativeQuery)
                .getResultList();
        if (rows.isEmpty()) {
            throw new ApiException(ErrorCode.LINK_NOT_FOUND);
        }
        return conversations.findLinked((UUID) rows.get(0));
    }

    /** Forgets the links that have expired, and counts the others under the lock of the conversation. */
    private void requireRoom(UUID conversation, Instant now) {
        new Sql()
                .add("SELECT 1 FROM public.conversations WHERE id = ? FOR UPDATE", conversation)
                .by(entities::createNativeQuery)
                .getResultList();
        new Sql()
                .add("DELETE FROM chronicles.secret_links WHERE conversation_id = ?", conversation)
                .add("AND expires_at <= ?", Timestamp.from(now))
                .by(entities::createNativeQuery)
                .executeUpdate();
        Object links = new Sql()
                .add("SELECT count(*) FROM chronicles.secret_links WHERE conversation_id = ?", conversation)
                .by(entities::createNativeQuery)
                .getSingleResult();
        if (((Number) links).intValue() >= MOST) {
            throw new ApiException(ErrorCode.TOO_MANY_LINKS);
        }
    }

    private static LinkView view(Object row) {
        Object[] column = (Object[]) row;
        return new LinkView(
                (UUID) column[0],
                null,
                null,
                ((Timestamp) column[1]).toInstant(),
                column[2] == null ? null : ((Timestamp) column[2]).toInstant());
    }
}
