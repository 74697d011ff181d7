package com.aichatchronicles.mail;

import com.aichatchronicles.platform.config.Rounds;
import com.aichatchronicles.platform.config.StartRefusal;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.Asynchronous;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Timeout;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Empties the queue, one mail after the other, on every server: at once when a mail was posted here, and in
 * every round for those that were put off or posted by a server that died.
 */
@Startup
@Singleton
@DependsOn("SchemaMigration")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class MailWorker {
    private static final System.Logger LOG = System.getLogger(MailWorker.class.getName());

    @Resource
    TimerService timers;

    @Inject
    Rounds rounds;

    @Inject
    MailRound round;

    @Inject
    MailConfig config;

    private final AtomicInteger calls = new AtomicInteger();

    @PostConstruct
    void check() {
        List<String> complaints = MailConfig.complaints(ConfigProvider.getConfig());
        if (!complaints.isEmpty()) {
            throw StartRefusal.because(String.join(". ", complaints));
        }
        rounds.begin(timers);
        if (config.smtp().isEmpty()) {
            LOG.log(Level.WARNING, "SMTP_HOST is not set: mails stay in the queue until it is");
        }
    }

    /** Sees to the queue on another thread. */
    @Asynchronous
    public void wake() {
        emptyQueue();
    }

    /** Sees to the queue whether anybody has called or not. */
    @Timeout
    public void emptyQueue() {
        if (calls.getAndIncrement() > 0) {
            return; // whoever is at it looks again
        }
        int answered;
        do {
            answered = calls.get();
            run();
        } while (calls.addAndGet(-answered) > 0);
    }

    private void run() {
        try {
            round.run();
        } catch (RuntimeException e) {
            // A message could quote an address, and the mails that are waiting stay where they are.
            LOG.log(
                    Level.WARNING,
                    "The mail queue cannot be emptied: {0}",
                    e.getClass().getName());
        }
    }
}
