package com.aichatchronicles.likes;

import static org.assertj.core.api.Assertions.assertThat;

import com.aichatchronicles.comments.CommentTags;
import com.aichatchronicles.conversations.ConversationEvictions;
import com.aichatchronicles.conversations.Viewer;
import com.aichatchronicles.platform.cache.Evictions;
import com.aichatchronicles.platform.cache.Tag;
import com.aichatchronicles.sessions.Caller;
import com.aichatchronicles.sessions.Role;
import com.aichatchronicles.testing.FiredEvents;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LikeServiceTest {
    private static final UUID CONVERSATION = UUID.randomUUID();
    private static final UUID COMMENT = UUID.randomUUID();
    private static final Caller READER =
            new Caller(UUID.randomUUID(), UUID.randomUUID(), "r@example.org", Role.USER, null, null, null);

    private final FiredEvents<Liked> events = new FiredEvents<>();
    private final Set<UUID> evicted = new HashSet<>();
    private final Set<Tag> evictedTags = new HashSet<>();
    private final LikeService service = new LikeService();

    @BeforeEach
    void assemble() {
        service.likes = new KeptLikes();
        service.liked = events;
        service.conversations = new ConversationEvictions() {
            @Override
            public void changed(UUID id, String category, UUID author) {
                evicted.add(id);
            }
        };
        service.evictions = new Evictions() {
            @Override
            public void add(Tag... tags) {
                evictedTags.addAll(List.of(tags));
            }
        };
    }

    @Test
    void aNewLikeIsToldOnce() {
        service.like(Likeable.CONVERSATION, CONVERSATION, READER);
        service.like(Likeable.CONVERSATION, CONVERSATION, READER);

        assertThat(events.all()).containsExactly(new Liked(READER.id(), CONVERSATION, null));
    }

    @Test
    void aLikeOfACommentTellsOfItsConversationToo() {
        service.like(Likeable.COMMENT, COMMENT, READER);

        assertThat(events.all()).containsExactly(new Liked(READER.id(), CONVERSATION, COMMENT));
    }

    @Test
    void onlyALikeThatChangesTheCountEvicts() {
        service.unlike(Likeable.CONVERSATION, CONVERSATION, READER);
        assertThat(evicted).isEmpty();

        service.like(Likeable.CONVERSATION, CONVERSATION, READER);
        assertThat(evicted).containsExactly(CONVERSATION);

        evicted.clear();
        service.like(Likeable.CONVERSATION, CONVERSATION, READER);
        assertThat(evicted).isEmpty();

        service.unlike(Likeable.CONVERSATION, CONVERSATION, READER);
        assertThat(evicted).containsExactly(CONVERSATION);
    }

    @Test
    void aLikeOfACommentEvictsTheCommentsOfItsConversationAlone() {
        service.like(Likeable.COMMENT, COMMENT, READER);

        assertThat(evictedTags).containsExactly(CommentTags.under(CONVERSATION));
        assertThat(evicted).isEmpty();

        evictedTags.clear();
        service.like(Likeable.COMMENT, COMMENT, READER);
        assertThat(evictedTags).isEmpty();

        service.unlike(Likeable.COMMENT, COMMENT, READER);
        assertThat(evictedTags).containsExactly(CommentTags.under(CONVERSATION));
    }

    @Test
    void aLikeThatIsTakenBackIsNotTold() {
        service.like(Likeable.COMMENT, COMMENT, READER);
        service.unlike(Likeable.COMMENT, COMMENT, READER);

        assertThat(events.all()).hasSize(1);
    }

    /** Likes of one conversation and its comments, in memory. */
    private static final class KeptLikes extends LikeQueries {
        private final Set<UUID> liked = new HashSet<>();

        @Override
        Target find(Likeable kind, UUID id, Viewer viewer) {
            return new Target(liked.contains(id) ? 1 : 0, CONVERSATION, "Science", UUID.randomUUID());
        }

        @Override
        Target hold(Likeable kind, UUID id, Viewer viewer) {
            return find(kind, id, viewer);
        }

        @Override
        boolean insert(Likeable kind, UUID id, UUID user) {
            return liked.add(id);
        }

        @Override
        boolean delete(Likeable kind, UUID id, UUID user) {
            return liked.remove(id);
        }
    }
}
