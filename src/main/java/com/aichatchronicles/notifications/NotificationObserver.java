package com.aichatchronicles.notifications;

import com.aichatchronicles.comments.CommentRemoved;
import com.aichatchronicles.comments.Commented;
import com.aichatchronicles.conversations.Featured;
import com.aichatchronicles.follows.Followed;
import com.aichatchronicles.likes.Liked;
import com.aichatchronicles.moderation.Moderated;
import com.aichatchronicles.platform.persistence.NewId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Makes news of what the other features do, in their transactions. */
@ApplicationScoped
public class NotificationObserver {
    private static final String DELETED = "delete";

    @Inject
    NotificationService notifications;

    @Inject
    SubjectAuthorQueries authors;

    /** Whoever wrote both the conversation and the comment that is answered hears of the reply alone. */
    void replied(@Observes Commented event) {
        List<News> news = new ArrayList<>();
        boolean reply = event.parent() != null;
        if (reply) {
            news.add(News.of(
                            event.parentAuthor(),
                            NotificationKind.REPLIED,
                            event.actor(),
                            event.conversation(),
                            event.comment())
                    .about(event.parent()));
        }
        if (!reply || !event.parentAuthor().equals(event.conversationAuthor())) {
            news.add(News.of(
                    event.conversationAuthor(),
                    NotificationKind.COMMENTED,
                    event.actor(),
                    event.conversation(),
                    event.comment()));
        }
        notifications.tell(news);
    }

    void liked(@Observes Liked event) {
        UUID author = event.comment() == null
                ? authors.ofConversation(event.conversation())
                : authors.ofComment(event.comment());
        notifications.tell(
                List.of(News.of(author, NotificationKind.LIKED, event.actor(), event.conversation(), event.comment())));
    }

    void followed(@Observes Followed event) {
        notifications.tell(List.of(News.of(event.followed(), NotificationKind.FOLLOWED, event.follower(), null, null)));
    }

    void featured(@Observes Featured event) {
        if (!event.actor().equals(event.author())) {
            notifications.tell(
                    List.of(News.of(event.author(), NotificationKind.FEATURED, null, event.conversation(), null)));
        }
    }

    void moderated(@Observes Moderated event) {
        if (event.moderator().equals(event.author())) {
            return;
        }
        UUID comment = null;
        UUID conversation = null;
        switch (event.type()) {
            case CONVERSATION -> conversation = event.subject();
            case COMMENT -> {
                comment = event.subject();
                conversation = authors.conversationOf(comment);
            }
            case PROFILE -> {} // it is the recipient's own
        }
        tellOfMeasure(event.author(), conversation, comment, event.measure().text(), event.reason());
    }

    void removed(@Observes CommentRemoved event) {
        tellOfMeasure(event.author(), event.conversation(), null, DELETED, null);
    }

    /** Each measure is told by itself, because each has a reason of its own. */
    private void tellOfMeasure(UUID author, UUID conversation, UUID comment, String measure, String reason) {
        notifications.tell(List.of(new News(
                author,
                NotificationKind.MODERATED,
                NewId.next().toString(),
                null,
                conversation,
                comment,
                measure,
                reason)));
    }
}
