package com.aichatchronicles.recovery;

import static com.aichatchronicles.testing.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import com.aichatchronicles.platform.errors.ErrorCode;
import com.aichatchronicles.testing.Answer;
import com.aichatchronicles.testing.Deployments;
import com.aichatchronicles.testing.Mailbox;
import com.aichatchronicles.testing.Member;
import com.aichatchronicles.testing.ReceivedMail;
import com.aichatchronicles.testing.Sql;
import jakarta.json.Json;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What an owner is told of, and what becomes void with it. */
@ExtendWith(ArquillianExtension.class)
class AccountNewsIT {
    private final Member member = Member.register();

    @Deployment(testable = false)
    static WebArchive war() {
        return Deployments.shippedWar();
    }

    @Test
    void aChangedPasswordIsToldAndVoidsEveryLink() {
        String reset = Links.resetMail(member).token();

        Answer answer = member.api()
                .post(
                        "/api/v1/auth/change-password",
                        Json.createObjectBuilder()
                                .add("currentPassword", Member.PASSWORD)
                                .add("newPassword", Links.PASSWORD)
                                .build());

        assertThat(answer.status()).isEqualTo(200);
        Mailbox.await(member.email(), "Your password was changed");
        assertRefused(Links.reset(reset, "A-third-horse-9"), ErrorCode.ONE_TIME_TOKEN_INVALID);
    }

    @Test
    void aDeletedAccountIsToldAndItsOtherMailsAreForgotten() {
        Links.verify(Mailbox.await(member.email(), Links.VERIFY).token());
        Links.resetMail(member);

        Answer answer =
                member.api().send("DELETE", "/api/v1/auth/account", "{\"password\":\"" + Member.PASSWORD + "\"}");

        assertThat(answer.status()).isEqualTo(200);
        ReceivedMail last = Mailbox.await(member.email(), "Your account was deleted");
        assertThat(last.plain()).startsWith("Hello " + member.name() + ",");
        assertThat(Sql.text(
                        "SELECT string_agg(kind || ' ' || (account_id IS NULL), ',') FROM chronicles.mails"
                                + " WHERE address = ? OR account_id = ?",
                        member.email(),
                        member.id()))
                .isEqualTo("account-deleted true");
    }

    @Test
    void aRefusedDeletionTellsNobody() {
        Mailbox.await(member.email(), Links.VERIFY);

        member.api().send("DELETE", "/api/v1/auth/account", "{\"password\":\"Wrong-horse-7\"}");

        Mailbox.awaitQueueOf(member.email());
        assertThat(Mailbox.of(member.email())).hasSize(1);
    }
}
