package com.aichatchronicles.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import com.aichatchronicles.testing.Answer;
import com.aichatchronicles.testing.Deployments;
import com.aichatchronicles.testing.Mailbox;
import com.aichatchronicles.testing.Member;
import com.aichatchronicles.testing.ReceivedMail;
import com.aichatchronicles.testing.SecondServer;
import com.aichatchronicles.testing.Sql;
import com.aichatchronicles.testing.Talk;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArquillianExtension.class)
class DigestIT {
    private static final String SUBJECT = "What is new for you";

    @Deployment(testable = false)
    static WebArchive war() {
        return Deployments.shippedWar();
    }

    @Test
    void whoAskedForADigestIsToldOnceADayWhicheverServerDoes() throws Exception {
        assertThat(SecondServer.shared().api().get("/health/ready").status()).isEqualTo(200);
        Member author = subscriber();
        confirm(author);
        Member reader = comment(author);

        makeDue(author);

        ReceivedMail mail = Mailbox.await(author.email(), SUBJECT);
        assertThat(mail.plain())
                .startsWith("Hello " + author.name() + ",")
                .contains("Unread notifications: 1.", reader.name() + " commented on your conversation: ");
        assertThat(Sql.text(
                        "SELECT digested_at > now() - interval '1 hour' FROM chronicles.notification_preferences"
                                + " WHERE user_id = ?",
                        author.id()))
                .isEqualTo("t");
        assertThat(Sql.text(
                        "SELECT count(*) FROM chronicles.mails WHERE kind = 'notification-digest' AND account_id = ?",
                        author.id()))
                .isEqualTo("1");
    }

    @Test
    void nobodyIsWrittenToWhoHasNotProvedTheAddressOrIsKeptOut() {
        Member doubtful = subscriber();
        Member banned = subscriber();
        Member deactivated = subscriber();
        Member deleted = subscriber();
        Member last = subscriber();
        List.of(doubtful, banned, deactivated, deleted, last).forEach(DigestIT::comment);
        List.of(banned, deactivated, deleted, last).forEach(DigestIT::confirm);
        Sql.update("UPDATE auth.users SET banned_until = now() + interval '1 day' WHERE id = ?", banned.id());
        Sql.update("UPDATE auth.users SET deactivated_at = now() WHERE id = ?", deactivated.id());
        Sql.update("UPDATE auth.users SET deleted_at = now() WHERE id = ?", deleted.id());

        List.of(doubtful, banned, deactivated, deleted, last).forEach(DigestIT::makeDue);
        Mailbox.await(last.email(), SUBJECT);

        for (Member other : List.of(doubtful, banned, deactivated, deleted)) {
            assertThat(Mailbox.of(other.email()))
                    .noneMatch(mail -> mail.subject().equals(SUBJECT));
        }
    }

    private static Member subscriber() {
        Member owner = Member.register();
        owner.api().put("/api/v1/notifications/preferences", Answer.json("{\"mail_digest\":\"daily\"}"));
        return owner;
    }

    private static Member comment(Member owner) {
        Member reader = Member.register();
        Talk.comment(reader, Talk.publish(owner));
        return reader;
    }

    private static void confirm(Member owner) {
        Sql.update("UPDATE auth.users SET email_confirmed_at = now() WHERE id = ?", owner.id());
    }

    private static void makeDue(Member owner) {
        Sql.update(
                "UPDATE chronicles.notification_preferences SET digested_at = now() - interval '2 days'"
                        + " WHERE user_id = ?",
                owner.id());
    }
}
