package com.aichatchronicles.notifications;

import com.aichatchronicles.mail.Letter;
import com.aichatchronicles.mail.MailKind;
import com.aichatchronicles.mail.MailQueueService;
import com.aichatchronicles.mail.NewMail;
import com.aichatchronicles.mail.QueuedMail;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Digests as mails in the queue. */
@ApplicationScoped
public class DigestMailer implements MailKind {
    private static final String NAME = "notification-digest";
    private static final String GREETING = "greeting";

    @Inject
    MailQueueService mails;

    /** Queues the mail in the running transaction. */
    void queue(Digest digest) {
        Map<String, String> details = new HashMap<>();
        details.put("unread", String.valueOf(digest.unread()));
        details.put("news", digest.newest().stream().map(DigestMailer::line).collect(Collectors.joining("\n")));
        if (digest.fullName() != null) {
            details.put(GREETING, digest.fullName());
        }
        mails.post(new NewMail(NAME, digest.owner(), digest.email(), details));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Optional<Letter> write(QueuedMail mail) {
        Map<String, String> values = new HashMap<>(mail.details());
        return Optional.of(new Letter(mail.address(), values.remove(GREETING), "What is new for you", values));
    }

    /** @return what happened, in a line */
    static String line(NotificationView told) {
        String actor = told.actor() == null || told.actor().fullName() == null
                ? "Somebody"
                : told.actor().fullName();
        String who = told.times() > 1 ? actor + " and others" : actor;
        String where = told.title() == null ? "" : ": " + told.title();
        return switch (told.kind()) {
            case "replied" -> who + " answered your comment" + where;
            case "commented" -> who + " commented on your conversation" + where;
            case "liked" ->
                who + (told.commentId() == null ? " liked your conversation" : " liked your comment") + where;
            case "followed" -> who + " followed you";
            case "featured" -> "Your conversation stands on the front page" + where;
            default -> "A moderator decided about something of yours" + where;
        };
    }
}
