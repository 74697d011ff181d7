package com.aichatchronicles.recovery;

import static com.aichatchronicles.testing.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import com.aichatchronicles.platform.errors.ErrorCode;
import com.aichatchronicles.testing.Answer;
import com.aichatchronicles.testing.Api;
import com.aichatchronicles.testing.Deployments;
import com.aichatchronicles.testing.Mailbox;
import com.aichatchronicles.testing.Member;
import com.aichatchronicles.testing.ReceivedMail;
import com.aichatchronicles.testing.Sql;
import com.aichatchronicles.testing.TestServer;
import com.aichatchronicles.testing.Together;
import jakarta.json.Json;
import java.util.List;
import java.util.Locale;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArquillianExtension.class)
class VerificationIT {
    private final Member member = Member.register();

    @Deployment(testable = false)
    static WebArchive war() {
        return Deployments.shippedWar();
    }

    @Test
    void aRegistrationSendsALinkThatVerifiesTheAddress() {
        ReceivedMail mail = Mailbox.await(member.email(), Links.VERIFY);
        assertThat(mail.from()).isEqualTo(TestServer.MAIL_FROM);
        assertThat(mail.to()).containsExactly(member.email());
        assertThat(mail.link()).matches(TestServer.FRONT_END + "/verify-email\\?token=[\\w-]{43}");
        assertThat(mail.html()).contains("token&#x3D;" + mail.token());

        Answer answer = Links.verify(mail.token());

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.body())
                .isEqualTo(Json.createObjectBuilder()
                        .add("success", true)
                        .add("message", "Email verified successfully")
                        .build());
        assertThat(isVerified()).isTrue();
    }

    @Test
    void aLinkWorksOnce() {
        String token = Mailbox.await(member.email(), Links.VERIFY).token();

        assertThat(Links.verify(token).status()).isEqualTo(200);
        assertRefused(Links.verify(token), ErrorCode.ONE_TIME_TOKEN_INVALID);
    }

    @Test
    void usedTwentyTimesAtOnceExactlyOneWins() throws Exception {
        String token = Mailbox.await(member.email(), Links.VERIFY).token();

        List<Answer> answers = Together.run(20, () -> Links.verify(token));

        assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.status() != 200)
                .hasSize(19)
                .allSatisfy(answer -> assertRefused(answer, ErrorCode.ONE_TIME_TOKEN_INVALID));
    }

    @Test
    void aNewerLinkVoidsTheOlder() {
        String older = Mailbox.await(member.email(), Links.VERIFY).token();
        assertThat(Links.resend(member.email().toUpperCase(Locale.ROOT)).status())
                .isEqualTo(200);
        String newer = Mailbox.await(member.email(), Links.VERIFY, 2).get(1).token();

        assertRefused(Links.verify(older), ErrorCode.ONE_TIME_TOKEN_INVALID);
        assertThat(Links.verify(newer).status()).isEqualTo(200);
    }

    @Test
    void aLinkLivesADay() {
        String token = Mailbox.await(member.email(), Links.VERIFY).token();
        assertThat(lifetime()).isEqualTo("1 day");
        Sql.update("UPDATE chronicles.one_time_codes SET expires_at = now() WHERE user_id = ?", member.id());

        assertRefused(Links.verify(token), ErrorCode.ONE_TIME_TOKEN_INVALID);
        assertThat(isVerified()).isFalse();
    }

    @Test
    void theDatabaseKnowsNoCodeItself() {
        String token = Mailbox.await(member.email(), Links.VERIFY).token();

        assertThat(Sql.text("SELECT count(*) FROM chronicles.one_time_codes WHERE hash = ?", token))
                .isEqualTo("0");
        assertThat(Sql.text("SELECT count(*) FROM chronicles.mails m WHERE CAST(m AS text) LIKE ?", "%" + token + "%"))
                .isEqualTo("0");
    }

    @Test
    void aVerifiedAddressGetsNoOtherLink() {
        Links.verify(Mailbox.await(member.email(), Links.VERIFY).token());

        assertThat(Links.resend(member.email()).status()).isEqualTo(200);

        Mailbox.awaitQueueOf(member.email());
        assertThat(Mailbox.of(member.email())).hasSize(1);
    }

    @Test
    void knownAndUnknownAddressesGetTheSameAnswerAndMakeTheSameRow() {
        String unknown = Member.newEmail();
        Mailbox.await(member.email(), Links.VERIFY);

        Answer here = Links.resend(member.email());
        Answer nowhere = Links.resend(unknown);

        assertThat(nowhere.status()).isEqualTo(200);
        assertThat(nowhere.text()).isEqualTo(here.text());
        Mailbox.awaitQueueOf(unknown);
        assertThat(Mailbox.of(unknown)).isEmpty();
    }

    @Test
    void anAddressGetsFiveOfAKindInAnHour() {
        Mailbox.await(member.email(), Links.VERIFY);
        for (int i = 2; i <= 5; i++) {
            Links.resend(member.email());
            Mailbox.await(member.email(), Links.VERIFY, i);
        }

        Links.resend(member.email());

        Mailbox.awaitQueueOf(member.email());
        List<ReceivedMail> mails = Mailbox.of(member.email());
        assertThat(mails).hasSize(5);
        assertThat(Links.verify(mails.get(4).token()).status()).isEqualTo(200);
    }

    @Test
    void aTokenForSomethingElseIsNone() {
        Mailbox.await(member.email(), Links.VERIFY);
        String reset = Links.resetMail(member).token();

        assertRefused(Links.verify(reset), ErrorCode.ONE_TIME_TOKEN_INVALID);
        assertThat(Links.reset(reset, Links.PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void theHostOfTheRequestIsNotInTheLink() {
        Mailbox.await(member.email(), Links.VERIFY);
        Api.anonymous()
                .with("X-Forwarded-Host", "evil.example")
                .with("Origin", "https://evil.example")
                .with("Forwarded", "host=evil.example")
                .post(
                        "/api/v1/auth/resend-verification",
                        Json.createObjectBuilder().add("email", member.email()).build());

        ReceivedMail mail = Mailbox.await(member.email(), Links.VERIFY, 2).get(1);

        assertThat(mail.link()).startsWith(TestServer.FRONT_END);
        assertThat(mail.plain() + mail.html()).doesNotContain("evil");
    }

    private boolean isVerified() {
        return Links.signIn(member.email(), Member.PASSWORD)
                .body()
                .getJsonObject("data")
                .getJsonObject("user")
                .getBoolean("email_verified");
    }

    private String lifetime() {
        return Sql.text(
                "SELECT CAST(expires_at - created_at AS text) FROM chronicles.one_time_codes WHERE user_id = ?",
                member.id());
    }
}
