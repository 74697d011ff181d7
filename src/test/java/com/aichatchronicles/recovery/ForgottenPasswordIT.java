package com.aichatchronicles.recovery;

import static com.aichatchronicles.testing.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import com.aichatchronicles.platform.errors.ErrorCode;
import com.aichatchronicles.platform.errors.FieldError;
import com.aichatchronicles.testing.Answer;
import com.aichatchronicles.testing.Deployments;
import com.aichatchronicles.testing.Mailbox;
import com.aichatchronicles.testing.Member;
import com.aichatchronicles.testing.ReceivedMail;
import com.aichatchronicles.testing.Sql;
import com.aichatchronicles.testing.TestServer;
import com.aichatchronicles.testing.Together;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArquillianExtension.class)
class ForgottenPasswordIT {
    private final Member member = Member.register();

    @Deployment(testable = false)
    static WebArchive war() {
        return Deployments.shippedWar();
    }

    @Test
    void aLinkSetsANewPassword() {
        ReceivedMail mail = Links.resetMail(member);
        assertThat(mail.link()).matches(TestServer.FRONT_END + "/reset-password\\?token=[\\w-]{43}");

        Answer answer = Links.reset(mail.token(), Links.PASSWORD);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).isEqualTo("{\"success\":true,\"message\":\"Password reset successfully\"}");
        assertThat(Links.signIn(member.email(), Links.PASSWORD).status()).isEqualTo(200);
        assertRefused(Links.signIn(member.email(), Member.PASSWORD), ErrorCode.INVALID_CREDENTIALS);
    }

    @Test
    void aResetEndsEverySessionAndIsToldToTheOwner() {
        Member elsewhere = member.signIn();

        Links.reset(Links.resetMail(member).token(), Links.PASSWORD);

        assertRefused(member.api().get("/api/v1/auth/me"), ErrorCode.INVALID_TOKEN);
        assertRefused(elsewhere.api().get("/api/v1/auth/me"), ErrorCode.INVALID_TOKEN);
        assertThat(Mailbox.await(member.email(), "Your password was changed").plain())
                .startsWith("Hello " + member.name() + ",");
    }

    @Test
    void aResetVerifiesTheAddressAndVoidsEveryOtherLink() {
        String verify = Mailbox.await(member.email(), Links.VERIFY).token();

        Links.reset(Links.resetMail(member).token(), Links.PASSWORD);

        assertThat(Sql.text("SELECT email_confirmed_at IS NOT NULL FROM auth.users WHERE id = ?", member.id()))
                .isEqualTo("t");
        assertRefused(Links.verify(verify), ErrorCode.ONE_TIME_TOKEN_INVALID);
    }

    @Test
    void aLinkWorksOnce() {
        String token = Links.resetMail(member).token();
        Links.reset(token, Links.PASSWORD);

        assertRefused(Links.reset(token, "A-third-horse-9"), ErrorCode.ONE_TIME_TOKEN_INVALID);
        assertThat(Links.signIn(member.email(), Links.PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void usedTwentyTimesAtOnceExactlyOneWins() throws Exception {
        String token = Links.resetMail(member).token();
        AtomicInteger turn = new AtomicInteger();

        List<Answer> answers = Together.run(20, () -> Links.reset(token, "Horse-number-" + turn.getAndIncrement()));

        assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.status() != 200)
                .hasSize(19)
                .allSatisfy(answer -> assertRefused(answer, ErrorCode.ONE_TIME_TOKEN_INVALID));
        Mailbox.awaitQueueOf(member.email());
        assertThat(Mailbox.await(member.email(), "Your password was changed", 1))
                .hasSize(1);
    }

    @Test
    void aNewerLinkVoidsTheOlder() {
        String older = Links.resetMail(member).token();
        Links.forgot(member.email());
        String newer = Mailbox.await(member.email(), Links.RESET, 2).get(1).token();

        assertRefused(Links.reset(older, Links.PASSWORD), ErrorCode.ONE_TIME_TOKEN_INVALID);
        assertThat(Links.reset(newer, Links.PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void aLinkLivesAnHour() {
        String token = Links.resetMail(member).token();
        assertThat(Sql.text(
                        "SELECT CAST(expires_at - created_at AS text) FROM chronicles.one_time_codes"
                                + " WHERE user_id = ? AND purpose = 'RESET_PASSWORD'",
                        member.id()))
                .isEqualTo("01:00:00");
        Sql.update("UPDATE chronicles.one_time_codes SET expires_at = now() WHERE user_id = ?", member.id());

        assertRefused(Links.reset(token, Links.PASSWORD), ErrorCode.ONE_TIME_TOKEN_INVALID);
    }

    @Test
    void aPasswordThatIsRefusedLeavesTheLinkGood() {
        String token = Links.resetMail(member).token();

        assertRefused(
                Links.reset(token, "password123"),
                ErrorCode.VALIDATION_ERROR,
                new FieldError("newPassword", "\"newPassword\" is one of the most common passwords", "any.invalid"));
        assertRefused(
                Links.reset(token, member.email()),
                ErrorCode.VALIDATION_ERROR,
                new FieldError(
                        "newPassword",
                        "\"newPassword\" must not be your e-mail address, your name or the name of this site",
                        "any.invalid"));
        assertThat(Links.reset(token, Links.PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void knownUnknownAndBannedAddressesGetTheSameAnswer() {
        String unknown = Member.newEmail();
        Member banned = Member.register();
        Sql.update("UPDATE auth.users SET banned_until = now() + interval '1 day' WHERE id = ?", banned.id());

        Answer known = Links.forgot(member.email());

        assertThat(known.status()).isEqualTo(200);
        assertThat(Links.forgot(unknown).text()).isEqualTo(known.text());
        assertThat(Links.forgot(banned.email()).text()).isEqualTo(known.text());
        Mailbox.awaitQueueOf(unknown);
        Mailbox.awaitQueueOf(banned.email());
        assertThat(Mailbox.of(unknown)).isEmpty();
        assertThat(Mailbox.of(banned.email())).extracting(ReceivedMail::subject).doesNotContain(Links.RESET);
    }

    @Test
    void aNameThatNobodyHasVouchedForIsNotInTheMail() {
        assertThat(Links.resetMail(member).plain())
                .doesNotContain(member.name())
                .doesNotContain("Hello");

        Links.verify(Mailbox.await(member.email(), Links.VERIFY).token());
        Links.forgot(member.email());

        ReceivedMail mail = Mailbox.await(member.email(), Links.RESET, 2).get(1);
        assertThat(mail.plain()).startsWith("Hello " + member.name() + ",");
        assertThat(mail.to()).containsExactly(member.name() + " <" + member.email() + ">");
    }

    @Test
    void anAccountWithoutAPasswordGetsOne() {
        Sql.update("UPDATE auth.users SET encrypted_password = NULL WHERE id = ?", member.id());

        assertThat(Links.reset(Links.resetMail(member).token(), Links.PASSWORD).status())
                .isEqualTo(200);
        assertThat(Links.signIn(member.email(), Links.PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void anAccountThatIsGoneLeavesNoGoodLink() {
        String token = Links.resetMail(member).token();
        Sql.update("DELETE FROM auth.users WHERE id = ?", member.id());

        assertRefused(Links.reset(token, Links.PASSWORD), ErrorCode.ONE_TIME_TOKEN_INVALID);
    }
}
