package com.aichatchronicles.follows;

import com.aichatchronicles.accounts.ProfileTags;
import com.aichatchronicles.platform.cache.Cached;
import com.aichatchronicles.platform.cache.CachedAnswer;
import com.aichatchronicles.platform.http.PageRequest;
import com.aichatchronicles.profiles.PersonTags;
import com.aichatchronicles.profiles.ProfileService;
import com.aichatchronicles.profiles.PublicProfile;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.Jsonb;

/** Who follows whom, as it goes over the wire. */
@ApplicationScoped
public class PublicFollows {
    /** The region of the cache. */
    static final String REGION = "follows";

    @Inject
    ProfileService profiles;

    @Inject
    FollowReadService follows;

    @Inject
    Jsonb jsonb;

    /**
     * @param person by id or username
     * @param page which part
     * @return a page of those who follow them
     * @throws com.aichatchronicles.platform.errors.ApiException PROFILE_NOT_FOUND
     */
    @Cached(region = REGION)
    public CachedAnswer followers(String person, PageRequest page) {
        PublicProfile profile = profiles.find(person);
        return answer(profile, follows.followers(profile, page));
    }

    /**
     * @param person by id or username
     * @param page which part
     * @return a page of those whom they follow
     * @throws com.aichatchronicles.platform.errors.ApiException PROFILE_NOT_FOUND
     */
    @Cached(region = REGION)
    public CachedAnswer following(String person, PageRequest page) {
        PublicProfile profile = profiles.find(person);
        return answer(profile, follows.following(profile, page));
    }

    private CachedAnswer answer(PublicProfile profile, Object page) {
        return CachedAnswer.of(jsonb.toJson(page), PersonTags.follows(profile.id()), ProfileTags.any());
    }
}
