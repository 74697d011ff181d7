package com.aichatchronicles.follows;

import com.aichatchronicles.conversations.AuthorQueries;
import com.aichatchronicles.conversations.CardRequest;
import com.aichatchronicles.conversations.ConversationView;
import com.aichatchronicles.platform.http.Page;
import com.aichatchronicles.platform.http.PageRequest;
import com.aichatchronicles.profiles.People;
import com.aichatchronicles.profiles.PeopleQueries;
import com.aichatchronicles.profiles.PersonView;
import com.aichatchronicles.profiles.ProfileQueries;
import com.aichatchronicles.profiles.PublicProfile;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.UUID;

/** Shows who follows whom, and what those write whom somebody follows. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class FollowReadService {
    private static final People FOLLOWERS = new People("public.follows", "following_id", "follower_id");
    private static final People FOLLOWED = new People("public.follows", "follower_id", "following_id");

    /** A dump may bring more than {@link FollowService#MOST}: those followed last count. */
    private static final String AUTHORS = "SELECT following_id FROM public.follows WHERE follower_id = ?"
            + " ORDER BY created_at DESC, id DESC LIMIT " + FollowService.MOST;

    @Inject
    ProfileQueries profiles;

    @Inject
    PeopleQueries people;

    @Inject
    AuthorQueries authors;

    @Inject
    FollowQueries follows;

    /**
     * @param profile whose
     * @param page which part
     * @return who follows them, the newest first
     */
    public Page<PersonView> followers(PublicProfile profile, PageRequest page) {
        return people.page(FOLLOWERS.of(profile.id(), profile.followersCount()), page);
    }

    /**
     * @param profile whose
     * @param page which part
     * @return whom they follow, the newest first
     */
    public Page<PersonView> following(PublicProfile profile, PageRequest page) {
        return people.page(FOLLOWED.of(profile.id(), profile.followingCount()), page);
    }

    /**
     * @param caller who asks
     * @param person by id or username
     * @return how they stand to that person
     * @throws com.aichatchronicles.platform.errors.ApiException PROFILE_NOT_FOUND
     */
    public FollowView find(UUID caller, String person) {
        return follows.view(caller, profiles.find(person).id());
    }

    /**
     * @param reader whose feed
     * @param request what to show
     * @return what those have published whom the reader follows, the newest first
     */
    public Page<ConversationView> feed(UUID reader, CardRequest request) {
        return authors.page(new AuthorQueries.Authors(AUTHORS, reader), request);
    }
}
