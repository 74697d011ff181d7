package com.aichatchronicles.follows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.aichatchronicles.platform.cache.Evictions;
import com.aichatchronicles.platform.cache.Tag;
import com.aichatchronicles.platform.errors.ApiException;
import com.aichatchronicles.platform.errors.ErrorCode;
import com.aichatchronicles.profiles.PersonTags;
import com.aichatchronicles.profiles.ProfileQueries;
import com.aichatchronicles.profiles.PublicProfile;
import com.aichatchronicles.testing.FiredEvents;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FollowServiceTest {
    private final UUID reader = UUID.randomUUID();
    private final UUID writer = UUID.randomUUID();
    private final FiredEvents<Followed> events = new FiredEvents<>();
    private final Set<Tag> evicted = new HashSet<>();
    private final FollowService service = new FollowService();

    @BeforeEach
    void assemble() {
        service.profiles = new ProfileQueries() {
            @Override
            public PublicProfile find(String id) {
                return new PublicProfile(
                        UUID.fromString(id), null, null, null, null, null, null, null, List.of(), null, 0, 0, 0, 0);
            }
        };
        service.follows = new KeptFollows();
        service.followed = events;
        service.evictions = new Evictions() {
            @Override
            public void add(Tag... tags) {
                evicted.addAll(List.of(tags));
            }
        };
    }

    @Test
    void aNewFollowerIsToldOnce() {
        service.follow(reader, writer.toString());
        service.follow(reader, writer.toString());

        assertThat(events.all()).containsExactly(new Followed(reader, writer));
    }

    @Test
    void bothProfilesAreEvictedOnlyWhenTheirFiguresChange() {
        service.unfollow(reader, writer.toString());
        assertThat(evicted).isEmpty();

        service.follow(reader, writer.toString());
        assertThat(evicted).containsExactlyInAnyOrder(PersonTags.follows(reader), PersonTags.follows(writer));

        evicted.clear();
        service.unfollow(reader, writer.toString());
        assertThat(evicted).containsExactlyInAnyOrder(PersonTags.follows(reader), PersonTags.follows(writer));
    }

    @Test
    void whoFollowsThemselvesIsRefused() {
        ApiException refusal =
                catchThrowableOfType(ApiException.class, () -> service.follow(reader, reader.toString()));

        assertThat(refusal.code()).isEqualTo(ErrorCode.PARAM_VALIDATION_ERROR);
        assertThat(events.all()).isEmpty();
    }

    /** Whom one reader follows, in memory. */
    private static final class KeptFollows extends FollowQueries {
        private final Set<UUID> followed = new HashSet<>();

        @Override
        boolean hold(UUID profile) {
            return true;
        }

        @Override
        boolean insert(UUID follower, UUID whom) {
            return followed.add(whom);
        }

        @Override
        boolean delete(UUID follower, UUID whom) {
            return followed.remove(whom);
        }

        @Override
        FollowView view(UUID follower, UUID whom) {
            return new FollowView(followed.contains(whom), followed.size());
        }

        @Override
        long following(UUID follower) {
            return followed.size();
        }
    }
}
