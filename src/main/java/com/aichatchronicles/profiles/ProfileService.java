package com.aichatchronicles.profiles;

import com.aichatchronicles.conversations.AuthorQueries;
import com.aichatchronicles.conversations.CardRequest;
import com.aichatchronicles.conversations.ConversationView;
import com.aichatchronicles.platform.http.Page;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** Shows profiles to the world. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class ProfileService {
    @Inject
    ProfileQueries profiles;

    @Inject
    AuthorQueries authors;

    /**
     * @param idOrUsername either, in any case
     * @return the profile with its figures
     * @throws com.aichatchronicles.platform.errors.ApiException PROFILE_NOT_FOUND
     */
    public PublicProfile find(String idOrUsername) {
        return profiles.find(idOrUsername);
    }

    /**
     * @param profile whose conversations
     * @param request what to show
     * @return the person's published conversations, newest first, whoever asks
     */
    public Page<ConversationView> conversations(PublicProfile profile, CardRequest request) {
        return authors.page(profile.id(), profile.conversationsCount(), request);
    }
}
