package com.aichatchronicles.testing;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The mails that came to an address. */
public final class Mailbox {
    private static final int PATIENCE_SECONDS = 90; // a mail that was not taken is tried again after a minute

    private Mailbox() {}

    /** @return every mail to the address, the oldest first */
    public static List<ReceivedMail> of(String address) {
        try {
            List<ReceivedMail> mails = new ArrayList<>();
            for (MimeMessage message : TestMail.received(address)) {
                mails.add(ReceivedMail.of(message));
            }
            return mails;
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @return the mails with that subject, once there are so many of them */
    public static List<ReceivedMail> await(String address, String subject, int count) {
        Instant deadline = Instant.now().plusSeconds(PATIENCE_SECONDS);
        while (true) {
            List<ReceivedMail> all = of(address);
            List<ReceivedMail> found =
                    all.stream().filter(mail -> mail.subject().equals(subject)).toList();
            if (found.size() >= count) {
                return found;
            }
            if (Instant.now().isAfter(deadline)) {
                throw new IllegalStateException("Not " + count + " of '" + subject + "' came, but " + all);
            }
            pause();
        }
    }

    /** @return the first mail with that subject, once it is there */
    public static ReceivedMail await(String address, String subject) {
        return await(address, subject, 1).get(0);
    }

    /** Waits until no mail to the address waits to be sent. */
    public static void awaitQueueOf(String address) {
        Instant deadline = Instant.now().plusSeconds(PATIENCE_SECONDS);
        while (!"0".equals(waiting(address))) {
            if (Instant.now().isAfter(deadline)) {
                throw new IllegalStateException("Mails still wait to be sent to " + address);
            }
            pause();
        }
    }

    private static String waiting(String address) {
        return Sql.text("SELECT count(*) FROM chronicles.mails WHERE state = 'waiting' AND address = ?", address);
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
