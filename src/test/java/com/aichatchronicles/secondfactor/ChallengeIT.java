package com.aichatchronicles.secondfactor;

import static com.aichatchronicles.secondfactor.Authenticator.PATH;
import static com.aichatchronicles.secondfactor.Authenticator.code;
import static com.aichatchronicles.secondfactor.Authenticator.finish;
import static com.aichatchronicles.testing.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import com.aichatchronicles.platform.errors.ErrorCode;
import com.aichatchronicles.testing.Answer;
import com.aichatchronicles.testing.Api;
import com.aichatchronicles.testing.Deployments;
import com.aichatchronicles.testing.Sql;
import com.aichatchronicles.tokens.OpaqueToken;
import jakarta.json.JsonObject;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What finishes a sign-in that has been asked for a second factor, and what does not. */
@ExtendWith(ArquillianExtension.class)
class ChallengeIT {
    @Deployment(testable = false)
    static WebArchive war() {
        return Deployments.shippedWar();
    }

    @Test
    void aWrongCodeGetsNobodyIn() {
        Authenticator authenticator = Authenticator.confirmed();
        String challenge = authenticator.challenge();

        Answer wrong = finish(Api.anonymous(), challenge, authenticator.wrongCode());

        assertRefused(wrong, ErrorCode.SECOND_FACTOR_INVALID);
        assertThat(wrong.header("WWW-Authenticate")).isNotNull();
        assertRefused(finish(Api.anonymous(), challenge, "abcd-efgh-jkmn-pqrs"), ErrorCode.SECOND_FACTOR_INVALID);
        assertThat(finish(Api.anonymous(), challenge, authenticator.code()).status())
                .isEqualTo(200);
    }

    @Test
    void guessingCodesIsSlowedDownAlsoWithAnotherChallenge() {
        Authenticator authenticator = Authenticator.confirmed();
        for (int i = 0; i < 5; i++) {
            finish(Api.anonymous(), authenticator.challenge(), authenticator.wrongCode());
        }

        Answer sixth = finish(Api.anonymous(), authenticator.challenge(), authenticator.code());

        assertThat(sixth.status()).isEqualTo(429);
        assertThat(sixth.body().getInt("retryAfter")).isBetween(1, 2);
    }

    @Test
    void aCodeIsTakenOnce() {
        Authenticator authenticator = Authenticator.confirmed();
        String code = authenticator.code();

        assertThat(finish(Api.anonymous(), authenticator.challenge(), code).status())
                .isEqualTo(200);

        assertRefused(finish(Api.anonymous(), authenticator.challenge(), code), ErrorCode.SECOND_FACTOR_INVALID);
    }

    @Test
    void aRecoveryCodeIsTakenOnceHoweverItIsTyped() {
        Authenticator authenticator = Authenticator.confirmed();
        String code = authenticator.recoveryCodes().get(3);

        assertThat(finish(
                                Api.anonymous(),
                                authenticator.challenge(),
                                code.toUpperCase().replace("-", " "))
                        .status())
                .isEqualTo(200);

        assertRefused(finish(Api.anonymous(), authenticator.challenge(), code), ErrorCode.SECOND_FACTOR_INVALID);
        assertThat(data(authenticator.owner().api().get(PATH)).getInt("recovery_codes_left"))
                .isEqualTo(9);
    }

    @Test
    void aChallengeIsGoodOnceAndNotForLong() {
        Authenticator authenticator = Authenticator.confirmed();
        String used = authenticator.challenge();
        finish(Api.anonymous(), used, authenticator.code());
        String old = authenticator.challenge();
        Sql.update("UPDATE chronicles.sign_in_challenges SET expires_at = now() WHERE hash = ?", OpaqueToken.hash(old));

        for (String challenge : List.of(used, old, OpaqueToken.next(), "nobody had this")) {
            assertRefused(finish(Api.anonymous(), challenge, authenticator.code()), ErrorCode.CHALLENGE_INVALID);
        }
    }

    @Test
    void anotherPasswordVoidsAChallenge() {
        Authenticator authenticator = Authenticator.confirmed();
        String challenge = authenticator.challenge();
        Sql.update(
                "UPDATE auth.users SET encrypted_password = 'another' WHERE id = ?",
                authenticator.owner().id());

        assertRefused(finish(Api.anonymous(), challenge, authenticator.code()), ErrorCode.CHALLENGE_INVALID);
    }

    private static JsonObject data(Answer answer) {
        return answer.body().getJsonObject("data");
    }
}
