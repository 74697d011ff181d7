package com.aichatchronicles.mail;

import com.aichatchronicles.platform.persistence.Tidying;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** One round of a server over the queue: it sends what is due, until nothing is or the mail server fails. */
@ApplicationScoped
public class MailRound {
    private static final System.Logger LOG = System.getLogger(MailRound.class.getName());

    @Inject
    MailDispatchService queue;

    @Inject
    MailTemplates templates;

    @Inject
    MailConfig config;

    @Inject
    Clock clock;

    private final Pause pause = new Pause();

    /**
     * Does nothing while the mail server is away and the pause since the last try is not over. Afterwards it looks
     * whether that server is back, also where another of ours has sent what was due.
     */
    void run() {
        Optional<SmtpSettings> smtp = config.smtp();
        if (smtp.isEmpty() || !pause.isOver(clock.instant()) || !pause.isBegun() && !queue.anyDue()) {
            return;
        }
        try (SmtpConnection connection = SmtpConnection.open(smtp.get())) {
            pause.end();
            boolean more = true;
            while (more) {
                more = sendNext(connection);
            }
        } catch (MessagingException e) {
            Duration length = pause.begin(clock.instant(), config.longestPause());
            LOG.log(
                    Level.WARNING,
                    "The mail server cannot be reached, mails wait; the next try is in {0} s: {1}",
                    length.toSeconds(),
                    names(e));
        }
    }

    /** @return whether the mail server could not be reached the last time */
    boolean isPaused() {
        return pause.isBegun();
    }

    /** Buries what is too old and forgets what is long over. */
    void tidy(@Observes Tidying tidying) {
        int buried = queue.buryOld(config.lifetime());
        if (buried > 0) {
            LOG.log(Level.WARNING, "{0} mails became dead letters: they were too old", buried);
        }
        tidying.deleted(buried);
        tidying.deleted(queue.forgetEnded());
    }

    /** @return what went wrong, by its names: a message could quote what the mail server was told */
    private static String names(MessagingException failure) {
        Throwable origin = Stream.<Throwable>iterate(failure, Objects::nonNull, Throwable::getCause)
                .limit(10)
                .reduce(failure, (outer, inner) -> inner);
        String name = failure.getClass().getSimpleName();
        return origin == failure ? name : name + ", " + origin.getClass().getSimpleName();
    }

    /** @return whether to go on with the next */
    private boolean sendNext(SmtpConnection connection) {
        Optional<QueuedMail> claimed = queue.claim();
        if (claimed.isEmpty()) {
            return false;
        }
        QueuedMail mail = claimed.get();
        try {
            Optional<Letter> letter = queue.write(mail);
            if (letter.isPresent()) {
                connection.send(mail.id(), letter.get(), templates.fill(mail.kind(), letter.get()));
                queue.sent(mail);
            }
            return true;
        } catch (MessagingException e) {
            fail(mail, e);
            return SmtpReply.isAnswered(e);
        } catch (RuntimeException e) {
            LOG.log(
                    Level.WARNING,
                    "Mail {0} cannot be written: {1}",
                    mail.id(),
                    e.getClass().getName());
            queue.postpone(mail, "can't be written: " + e.getClass().getName());
            return true;
        }
    }

    private void fail(QueuedMail mail, MessagingException failure) {
        if (SmtpReply.isPermanent(failure)) {
            LOG.log(Level.WARNING, "Mail {0} is a dead letter: the mail server refuses it for good", mail.id());
            queue.bury(mail, SmtpReply.text(failure));
            return;
        }
        LOG.log(Level.INFO, "Mail {0} was not taken and will be tried again", mail.id());
        queue.postpone(mail, SmtpReply.text(failure));
    }
}
