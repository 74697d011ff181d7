package com.aichatchronicles.profiles;

import com.aichatchronicles.accounts.ProfileTags;
import com.aichatchronicles.conversations.CardRequest;
import com.aichatchronicles.conversations.ConversationTags;
import com.aichatchronicles.platform.cache.Cached;
import com.aichatchronicles.platform.cache.CachedAnswer;
import com.aichatchronicles.platform.http.Envelope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.Jsonb;

/** What everybody sees of people, as it goes over the wire. */
@ApplicationScoped
public class PublicProfiles {
    /** The region of the cache. */
    static final String REGION = "profiles";

    @Inject
    ProfileService profiles;

    @Inject
    Jsonb jsonb;

    /**
     * @param person by id or username
     * @return the profile
     * @throws com.aichatchronicles.platform.errors.ApiException PROFILE_NOT_FOUND
     */
    @Cached(region = REGION)
    public CachedAnswer find(String person) {
        PublicProfile profile = profiles.find(person);
        return CachedAnswer.of(
                jsonb.toJson(Envelope.of(profile)),
                ProfileTags.one(profile.id()),
                ConversationTags.ofAuthor(profile.id()),
                PersonTags.follows(profile.id()));
    }

    /**
     * @param person by id or username
     * @param request what to show
     * @return a page of their published conversations
     * @throws com.aichatchronicles.platform.errors.ApiException PROFILE_NOT_FOUND
     */
    @Cached(region = REGION)
    public CachedAnswer conversations(String person, CardRequest request) {
        PublicProfile profile = profiles.find(person);
        return CachedAnswer.of(
                jsonb.toJson(profiles.conversations(profile, request)),
                ProfileTags.one(profile.id()),
                ConversationTags.ofAuthor(profile.id()));
    }
}
