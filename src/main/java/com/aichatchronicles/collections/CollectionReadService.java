package com.aichatchronicles.collections;

import com.aichatchronicles.conversations.CardRequest;
import com.aichatchronicles.conversations.ConversationView;
import com.aichatchronicles.conversations.Shelf;
import com.aichatchronicles.conversations.ShelfQueries;
import com.aichatchronicles.conversations.Viewer;
import com.aichatchronicles.platform.errors.ApiException;
import com.aichatchronicles.platform.errors.ErrorCode;
import com.aichatchronicles.platform.http.Page;
import com.aichatchronicles.platform.http.PageRequest;
import com.aichatchronicles.profiles.ProfileQueries;
import com.aichatchronicles.sessions.Caller;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;

/** Shows collections. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class CollectionReadService {
    @Inject
    CollectionQueries collections;

    @Inject
    ProfileQueries profiles;

    @Inject
    ShelfQueries shelves;

    /**
     * @param id the collection
     * @param caller who asks
     * @return it
     * @throws ApiException COLLECTION_NOT_FOUND, also for a private one of somebody else
     */
    public CollectionView find(UUID id, Optional<Caller> caller) {
        Viewer viewer = Viewer.of(caller);
        return collections
                .lookup(id, viewer)
                .filter(view -> view.shared() || view.owner().id().equals(viewer.id()))
                .orElseThrow(() -> new ApiException(ErrorCode.COLLECTION_NOT_FOUND));
    }

    /**
     * @param id the collection
     * @param caller who asks
     * @param request what to show
     * @return the conversations in it that they may see, in its order
     * @throws ApiException COLLECTION_NOT_FOUND, also for a private one of somebody else
     */
    public Page<ConversationView> conversations(UUID id, Optional<Caller> caller, CardRequest request) {
        long number = find(id, caller).conversationsCount();
        Shelf collected = new Shelf("chronicles.collected", "collection_id", Shelf.Order.PLACE, id);
        return shelves.page(collected, Viewer.of(caller), request, number);
    }

    /**
     * @param caller who asks
     * @param page which part
     * @return the caller's own collections, the newest first
     */
    public Page<CollectionView> own(Caller caller, PageRequest page) {
        return collections.page(caller.id(), Viewer.of(caller), page);
    }

    /**
     * @param person by id or username
     * @param caller who asks; sees own private ones too
     * @param page which part
     * @return that person's collections, the newest first
     * @throws ApiException PROFILE_NOT_FOUND
     */
    public Page<CollectionView> of(String person, Optional<Caller> caller, PageRequest page) {
        return collections.page(profiles.find(person).id(), Viewer.of(caller), page);
    }
}
