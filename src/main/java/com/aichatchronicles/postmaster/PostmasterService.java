package com.aichatchronicles.postmaster;

import com.aichatchronicles.mail.MailQueueService;
import com.aichatchronicles.platform.errors.ApiException;
import com.aichatchronicles.platform.errors.ErrorCode;
import com.aichatchronicles.platform.http.Page;
import com.aichatchronicles.platform.http.PageRequest;
import com.aichatchronicles.platform.http.Position;
import com.aichatchronicles.sessions.Caller;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.util.UUID;
import java.util.function.Function;

/** Sees to mails that do not leave by themselves. Who did what stands in the log. */
@Stateless
public class PostmasterService {
    private static final System.Logger LOG = System.getLogger(PostmasterService.class.getName());

    @Inject
    MailQueries mails;

    @Inject
    MailQueueService queue;

    /**
     * @param state dead or waiting
     * @param page which part of the list
     * @return dead letters, the latest to die first, or mails that wait, the next to be tried first
     */
    public Page<MailView> list(String state, PageRequest page) {
        boolean dead = state.equals("dead");
        return page.fill(
                dead ? mails.dead(page) : mails.waiting(page),
                mails.count(state),
                mail -> Position.at(dead ? mail.diedAt() : mail.dueAt(), mail.id()),
                Function.identity());
    }

    /**
     * Has a dead letter sent once more; it has its whole lifetime again. A mail that waits is left as it is.
     *
     * @param id the mail
     * @param admin who wants it
     * @return the mail afterwards
     * @throws ApiException MAIL_NOT_FOUND, also for one that has left
     */
    public MailView retry(UUID id, Caller admin) {
        if (queue.retry(id)) {
            LOG.log(Level.INFO, "Mail {0} is sent once more for admin {1}", id, admin.id());
        }
        return mails.lookup(id).orElseThrow(() -> new ApiException(ErrorCode.MAIL_NOT_FOUND));
    }

    /**
     * Throws a mail away. One that a server is just sending may have left all the same.
     *
     * @param id the mail
     * @param admin who does not want it
     * @throws ApiException MAIL_NOT_FOUND, also for one that has left
     */
    public void discard(UUID id, Caller admin) {
        if (!queue.discard(id)) {
            throw new ApiException(ErrorCode.MAIL_NOT_FOUND);
        }
        LOG.log(Level.INFO, "Mail {0} was thrown away by admin {1}", id, admin.id());
    }
}
