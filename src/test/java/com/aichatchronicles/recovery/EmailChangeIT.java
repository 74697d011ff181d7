package com.aichatchronicles.recovery;

import static com.aichatchronicles.testing.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import com.aichatchronicles.platform.errors.ErrorCode;
import com.aichatchronicles.testing.Answer;
import com.aichatchronicles.testing.Api;
import com.aichatchronicles.testing.Deployments;
import com.aichatchronicles.testing.Mailbox;
import com.aichatchronicles.testing.Member;
import com.aichatchronicles.testing.Sql;
import jakarta.json.JsonObject;
import java.util.Locale;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArquillianExtension.class)
class EmailChangeIT {
    private static final String ASKED = "A new e-mail address was asked for";
    private static final String CHANGED = "Your e-mail address was changed";

    private final Member member = Member.register();
    private final String next = Member.newEmail();

    @Deployment(testable = false)
    static WebArchive war() {
        return Deployments.shippedWar();
    }

    @Test
    void theAddressChangesWhenTheNewOneIsVerified() {
        Answer asked = Links.changeEmail(member, next.toUpperCase(Locale.ROOT), Member.PASSWORD);
        assertThat(asked.status()).isEqualTo(200);
        assertThat(Mailbox.await(member.email(), ASKED).plain()).contains(next);
        assertThat(address()).isEqualTo(member.email());

        String token = Mailbox.await(next, Links.CHANGE).token();
        assertThat(Links.verify(token).status()).isEqualTo(200);

        assertThat(address()).isEqualTo(next);
        JsonObject user =
                Links.signIn(next, Member.PASSWORD).body().getJsonObject("data").getJsonObject("user");
        assertThat(user.getString("email")).isEqualTo(next);
        assertThat(user.getBoolean("email_verified")).isTrue();
        assertRefused(Links.signIn(member.email(), Member.PASSWORD), ErrorCode.INVALID_CREDENTIALS);
        assertThat(Mailbox.await(member.email(), CHANGED).plain()).contains(next);
        assertRefused(Links.verify(token), ErrorCode.ONE_TIME_TOKEN_INVALID);
    }

    @Test
    void aChangeNeedsThePassword() {
        assertRefused(Links.changeEmail(member, next, "Wrong-horse-7"), ErrorCode.INVALID_PASSWORD);

        assertThat(Mailbox.of(next)).isEmpty();
        assertThat(waitingOrSent()).isEqualTo("0");
    }

    @Test
    void aChangeNeedsASignIn() {
        assertRefused(
                Api.anonymous().post("/api/v1/auth/change-email", JsonObject.EMPTY_JSON_OBJECT),
                ErrorCode.MISSING_TOKEN);
    }

    @Test
    void aTakenAddressIsRefusedInAnyCase() {
        Member other = Member.register();

        assertRefused(
                Links.changeEmail(member, other.email().toUpperCase(Locale.ROOT), Member.PASSWORD),
                ErrorCode.USER_ALREADY_EXISTS);
        assertRefused(Links.changeEmail(member, member.email(), Member.PASSWORD), ErrorCode.USER_ALREADY_EXISTS);
    }

    @Test
    void anAddressThatWasTakenMeanwhileIsRefusedAtTheEnd() {
        Links.changeEmail(member, next, Member.PASSWORD);
        String token = Mailbox.await(next, Links.CHANGE).token();
        Api.anonymous().post("/api/v1/auth/register", Member.registration(next));

        assertRefused(Links.verify(token), ErrorCode.USER_ALREADY_EXISTS);

        assertThat(address()).isEqualTo(member.email());
    }

    @Test
    void askingAgainVoidsTheLinkBefore() {
        Links.changeEmail(member, next, Member.PASSWORD);
        String first = Mailbox.await(next, Links.CHANGE).token();
        String other = Member.newEmail();
        Links.changeEmail(member, other, Member.PASSWORD);
        String second = Mailbox.await(other, Links.CHANGE).token();

        assertRefused(Links.verify(first), ErrorCode.ONE_TIME_TOKEN_INVALID);
        assertThat(Links.verify(second).status()).isEqualTo(200);
        assertThat(address()).isEqualTo(other);
    }

    @Test
    void aNewPasswordVoidsTheLink() {
        Links.changeEmail(member, next, Member.PASSWORD);
        String token = Mailbox.await(next, Links.CHANGE).token();

        Links.reset(Links.resetMail(member).token(), Links.PASSWORD);

        assertRefused(Links.verify(token), ErrorCode.ONE_TIME_TOKEN_INVALID);
        assertThat(address()).isEqualTo(member.email());
    }

    @Test
    void aLinkToTheAddressOfBeforeIsVoid() {
        String verify = Mailbox.await(member.email(), Links.VERIFY).token();
        String reset = Links.resetMail(member).token();
        Links.changeEmail(member, next, Member.PASSWORD);
        Links.verify(Mailbox.await(next, Links.CHANGE).token());

        assertRefused(Links.verify(verify), ErrorCode.ONE_TIME_TOKEN_INVALID);
        assertRefused(Links.reset(reset, Links.PASSWORD), ErrorCode.ONE_TIME_TOKEN_INVALID);
    }

    private String address() {
        String email = Sql.text("SELECT email FROM auth.users WHERE id = ?", member.id());
        assertThat(Sql.text("SELECT email FROM public.profiles WHERE id = ?", member.id()))
                .isEqualTo(email);
        return email;
    }

    private String waitingOrSent() {
        return Sql.text(
                "SELECT count(*) FROM chronicles.mails WHERE account_id = ? AND kind <> 'verify-email'", member.id());
    }
}
