package com.aichatchronicles.follows;

import com.aichatchronicles.platform.cache.Evictions;
import com.aichatchronicles.platform.cache.EvictsCache;
import com.aichatchronicles.platform.errors.ApiException;
import com.aichatchronicles.platform.errors.ErrorCode;
import com.aichatchronicles.platform.errors.FieldError;
import com.aichatchronicles.profiles.PersonTags;
import com.aichatchronicles.profiles.ProfileQueries;
import com.aichatchronicles.profiles.PublicProfile;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/** Follows and unfollows. Either may be done again without a further effect. */
@Stateless
@EvictsCache
public class FollowService {
    /** So many can be followed; the feed looks at each of them. */
    static final int MOST = 5000;

    @Inject
    ProfileQueries profiles;

    @Inject
    FollowQueries follows;

    @Inject
    Evictions evictions;

    @Inject
    Event<Followed> followed;

    /**
     * @param follower the caller
     * @param person whom they follow from now on, by id or username
     * @return how they stand now
     * @throws ApiException PROFILE_NOT_FOUND; PARAM_VALIDATION_ERROR for oneself; FOLLOW_LIMIT_REACHED
     */
    public FollowView follow(UUID follower, String person) {
        UUID id = profiles.find(person).id();
        if (id.equals(follower)) {
            throw new ApiException(
                    ErrorCode.PARAM_VALIDATION_ERROR,
                    List.of(FieldError.of("person", "must be somebody else", "any.invalid")));
        }
        if (!follows.hold(id)) {
            throw new ApiException(ErrorCode.PROFILE_NOT_FOUND);
        }
        if (follows.insert(follower, id)) {
            // Counted after the insert, whose trigger makes concurrent ones wait: the limit is exact.
            if (follows.following(follower) > MOST) {
                throw new ApiException(ErrorCode.FOLLOW_LIMIT_REACHED);
            }
            changed(follower, id);
            followed.fire(new Followed(follower, id));
        }
        return follows.view(follower, id);
    }

    /**
     * @param follower the caller
     * @param person whom they do not follow from now on, by id or username
     * @return how they stand now
     * @throws ApiException PROFILE_NOT_FOUND
     */
    public FollowView unfollow(UUID follower, String person) {
        PublicProfile profile = profiles.find(person);
        if (follows.delete(follower, profile.id())) {
            changed(follower, profile.id());
        }
        return follows.view(follower, profile.id());
    }

    private void changed(UUID follower, UUID id) {
        evictions.add(PersonTags.follows(follower), PersonTags.follows(id));
    }
}
