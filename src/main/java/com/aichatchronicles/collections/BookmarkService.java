package com.aichatchronicles.collections;

import com.aichatchronicles.conversations.CardRequest;
import com.aichatchronicles.conversations.ConversationView;
import com.aichatchronicles.conversations.Shelf;
import com.aichatchronicles.conversations.ShelfQueries;
import com.aichatchronicles.conversations.Viewer;
import com.aichatchronicles.platform.http.Page;
import com.aichatchronicles.platform.persistence.Sql;
import com.aichatchronicles.sessions.Caller;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.UUID;

/** The conversations that somebody keeps for later; only they know which. */
@Stateless
public class BookmarkService {
    @PersistenceContext
    EntityManager entities;

    @Inject
    ShelfQueries shelves;

    /**
     * @param conversation is kept from now on
     * @param caller by whom
     * @return that it is
     * @throws com.aichatchronicles.platform.errors.ApiException CONVERSATION_NOT_FOUND, also for what they may not see
     */
    public BookmarkView add(UUID conversation, Caller caller) {
        shelves.hold(conversation, Viewer.of(caller));
        new Sql()
                .add("INSERT INTO chronicles.bookmarks (user_id, conversation_id)")
                .add("VALUES (?, ?) ON CONFLICT DO NOTHING", caller.id(), conversation)
                .by(entities::createNativeQuery)
                .executeUpdate();
        return new BookmarkView(true);
    }

    /**
     * @param conversation is not kept from now on; may be gone
     * @param caller by whom
     * @return that it is not
     */
    public BookmarkView remove(UUID conversation, Caller caller) {
        new Sql()
                .add(
                        "DELETE FROM chronicles.bookmarks WHERE user_id = ? AND conversation_id = ?",
                        caller.id(),
                        conversation)
                .by(entities::createNativeQuery)
                .executeUpdate();
        return new BookmarkView(false);
    }

    /**
     * @param conversation may be one that the caller may not see: the answer tells only of their own bookmarks
     * @param caller who asks
     * @return whether they keep it
     */
    public BookmarkView find(UUID conversation, Caller caller) {
        boolean absent = new Sql()
                .add(
                        "SELECT 1 FROM chronicles.bookmarks WHERE user_id = ? AND conversation_id = ?",
                        caller.id(),
                        conversation)
                .by(entities::createNativeQuery)
                .getResultList()
                .isEmpty();
        return new BookmarkView(!absent);
    }

    /**
     * @param caller who asks
     * @param request what to show
     * @return the conversations that they keep and may see, the last kept first
     */
    public Page<ConversationView> list(Caller caller, CardRequest request) {
        Shelf kept = new Shelf("chronicles.bookmarks", "user_id", Shelf.Order.NEWEST, caller.id());
        return shelves.page(kept, Viewer.of(caller), request);
    }
}
