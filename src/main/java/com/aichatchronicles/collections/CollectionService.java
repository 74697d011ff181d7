package com.aichatchronicles.collections;

import com.aichatchronicles.conversations.ShelfQueries;
import com.aichatchronicles.conversations.Viewer;
import com.aichatchronicles.platform.errors.ApiException;
import com.aichatchronicles.platform.errors.ErrorCode;
import com.aichatchronicles.platform.http.EntityTags;
import com.aichatchronicles.platform.persistence.NewId;
import com.aichatchronicles.platform.persistence.Sql;
import com.aichatchronicles.sessions.Caller;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.UUID;

/** Makes, fills, arranges and deletes collections. */
@Stateless
public class CollectionService {
    /** So many conversations fit into one; what is shown of a collection is counted whenever it is shown. */
    static final int MOST_CONVERSATIONS = 500;

    /** So many collections can one have. */
    static final int MOST_COLLECTIONS = 200;

    @PersistenceContext
    EntityManager entities;

    @Inject
    CollectionQueries queries;

    @Inject
    CollectedQueries collected;

    @Inject
    ShelfQueries shelves;

    @Inject
    Clock clock;

    /**
     * @param wanted validated
     * @param caller its owner
     * @return the new collection, empty
     * @throws ApiException COLLECTION_LIMIT_REACHED
     */
    public CollectionView create(NewCollection wanted, Caller caller) {
        requireRoom(caller.id());
        ConversationCollection made = new ConversationCollection(NewId.next(), caller.id(), wanted, clock.instant());
        entities.persist(made);
        return written(made, caller);
    }

    /**
     * @param id the collection
     * @param changes validated
     * @param caller who changes it
     * @param ifMatch the caller's If-Match header, or null
     * @return the collection afterwards
     * @throws ApiException COLLECTION_NOT_FOUND, INSUFFICIENT_PERMISSIONS or PRECONDITION_FAILED
     */
    public CollectionView edit(UUID id, CollectionEdit changes, Caller caller, String ifMatch) {
        ConversationCollection collection = require(id, caller, ifMatch);
        collection.edit(changes, clock.instant());
        return written(collection, caller);
    }

    /**
     * @param id the collection, which is gone afterwards; the conversations stay
     * @param caller who deletes it
     * @param ifMatch the caller's If-Match header, or null
     * @throws ApiException COLLECTION_NOT_FOUND, INSUFFICIENT_PERMISSIONS or PRECONDITION_FAILED
     */
    public void delete(UUID id, Caller caller, String ifMatch) {
        entities.remove(require(id, caller, ifMatch));
    }

    /**
     * @param id the collection
     * @param conversation goes to its end, unless it is in it already
     * @param caller who adds it
     * @return the collection afterwards
     * @throws ApiException COLLECTION_NOT_FOUND, INSUFFICIENT_PERMISSIONS, CONVERSATION_NOT_FOUND also for what the
     *     caller may not see, or COLLECTION_FULL
     */
    public CollectionView add(UUID id, UUID conversation, Caller caller) {
        ConversationCollection collection = require(id, caller, null);
        shelves.hold(conversation, Viewer.of(caller));
        if (collected.append(id, conversation)) {
            if (collected.count(id) > MOST_CONVERSATIONS) {
                throw new ApiException(ErrorCode.COLLECTION_FULL);
            }
            collection.filled(clock.instant());
        }
        return written(collection, caller);
    }

    /**
     * @param id the collection
     * @param conversation is not in it afterwards
     * @param caller who removes it
     * @return the collection afterwards
     * @throws ApiException COLLECTION_NOT_FOUND or INSUFFICIENT_PERMISSIONS
     */
    public CollectionView remove(UUID id, UUID conversation, Caller caller) {
        ConversationCollection collection = require(id, caller, null);
        if (collected.remove(id, conversation)) {
            collection.filled(clock.instant());
        }
        return written(collection, caller);
    }

    /**
     * @param id the collection
     * @param order which conversations come first; the others follow in their former order
     * @param caller who arranges it
     * @param ifMatch the caller's If-Match header, or null
     * @return the collection afterwards
     * @throws ApiException COLLECTION_NOT_FOUND, INSUFFICIENT_PERMISSIONS, PRECONDITION_FAILED, or VALIDATION_ERROR for
     *     an id that is none, stands there twice, or is of a conversation that is not in it or that the caller may not
     *     see
     */
    public CollectionView arrange(UUID id, CollectionOrder order, Caller caller, String ifMatch) {
        ConversationCollection collection = require(id, caller, ifMatch);
        collected.arrange(id, order.within(collected.visible(id, Viewer.of(caller))));
        collection.rearranged(clock.instant());
        return written(collection, caller);
    }

    /** Locks the row, so that writers of one collection come one after the other. */
    private ConversationCollection require(UUID id, Caller caller, String ifMatch) {
        ConversationCollection collection =
                entities.find(ConversationCollection.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (collection == null) {
            throw new ApiException(ErrorCode.COLLECTION_NOT_FOUND);
        }
        collection.requireChangeableBy(caller);
        if (!EntityTags.matches(ifMatch, collection.version())) {
            throw new ApiException(ErrorCode.PRECONDITION_FAILED);
        }
        return collection;
    }

    /** Of several that one owner makes at once, each counts those before it. */
    private void requireRoom(UUID owner) {
        new Sql()
                .add("SELECT pg_advisory_xact_lock(hashtextextended(?, 0))", "collections:" + owner)
                .by(entities::createNativeQuery)
                .getSingleResult();
        Object number = new Sql()
                .add("SELECT count(*) FROM chronicles.collections WHERE owner_id = ?", owner)
                .by(entities::createNativeQuery)
                .getSingleResult();
        if (((Number) number).longValue() >= MOST_COLLECTIONS) {
            throw new ApiException(ErrorCode.COLLECTION_LIMIT_REACHED);
        }
    }

    private CollectionView written(ConversationCollection collection, Caller caller) {
        entities.flush();
        return queries.lookup(collection.id(), Viewer.of(caller))
                .orElseThrow(() -> new ApiException(ErrorCode.COLLECTION_NOT_FOUND));
    }
}
