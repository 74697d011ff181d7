package com.aichatchronicles.devices;

import static com.aichatchronicles.testing.Member.PASSWORD;
import static com.aichatchronicles.testing.Member.credentials;
import static com.aichatchronicles.testing.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import com.aichatchronicles.platform.errors.ErrorCode;
import com.aichatchronicles.testing.Answer;
import com.aichatchronicles.testing.Api;
import com.aichatchronicles.testing.Deployments;
import com.aichatchronicles.testing.Member;
import com.aichatchronicles.testing.Sql;
import com.aichatchronicles.testing.Together;
import com.aichatchronicles.tokens.OpaqueToken;
import java.util.List;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** That guessing passwords gets slow wherever it comes from, and never keeps the owner out. */
@ExtendWith(ArquillianExtension.class)
class GuessingIT {
    private static final String LOGIN = "/api/v1/auth/login";

    @Deployment(testable = false)
    static WebArchive war() {
        return Deployments.shippedWar();
    }

    @Test
    void afterFiveWrongPasswordsTheNextHasToWaitWhereverItComesFrom() {
        Member member = Member.register();
        for (int i = 0; i < 5; i++) {
            assertRefused(wrong(stranger(), member.email()), ErrorCode.INVALID_CREDENTIALS);
        }

        Answer sixth = login(stranger(), member.email(), PASSWORD);

        assertThat(sixth.status()).isEqualTo(429);
        assertThat(sixth.body().getString("code")).isEqualTo("AUTH_RATE_LIMIT_EXCEEDED");
        assertThat(sixth.header("Retry-After"))
                .isEqualTo(String.valueOf(sixth.body().getInt("retryAfter")));
        assertThat(sixth.body().getInt("retryAfter")).isBetween(1, 2);
    }

    @Test
    void anAddressThatNobodyHasIsTreatedAlike() {
        Member member = Member.register();
        String nobody = Member.newEmail();
        for (int i = 0; i < 5; i++) {
            Answer known = wrong(stranger(), member.email());
            Answer unknown = wrong(stranger(), nobody.toUpperCase());
            assertThat(withoutId(known)).isEqualTo(withoutId(unknown));
        }

        assertThat(withoutId(wrong(stranger(), nobody))).isEqualTo(withoutId(wrong(stranger(), member.email())));
        assertThat(wrong(stranger(), nobody).status()).isEqualTo(429);
    }

    @Test
    void theOwnersDeviceIsLetInMeanwhile() {
        Member member = Member.register();
        for (int i = 0; i < 5; i++) {
            wrong(stranger(), member.email());
        }

        assertThat(login(stranger(), member.email(), PASSWORD).status()).isEqualTo(429);
        assertThat(login(Api.anonymous(), member.email(), PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void aCookieMakesADeviceKnownWhereverItIs() {
        Member member = Member.register();
        String cookie = login(Api.anonymous(), member.email(), PASSWORD).header("Set-Cookie");
        assertThat(cookie).startsWith("device=").contains("HttpOnly", "SameSite=Strict", "Path=/api/v1/auth");
        for (int i = 0; i < 5; i++) {
            wrong(stranger(), member.email());
        }

        Api abroad = stranger().with("Cookie", cookie.replaceFirst(";.*", ""));

        assertThat(login(abroad, member.email(), PASSWORD).status()).isEqualTo(200);
        assertThat(login(stranger().with("Cookie", "device=" + OpaqueToken.next()), member.email(), PASSWORD)
                        .status())
                .isEqualTo(429);
        assertThat(login(stranger().with("Cookie", "device='; DROP"), member.email(), PASSWORD)
                        .status())
                .isEqualTo(429);
    }

    @Test
    void aKnownDeviceThatGuessesIsSlowedDownByItself() {
        Member member = Member.register();
        for (int i = 0; i < 5; i++) {
            assertRefused(wrong(Api.anonymous(), member.email()), ErrorCode.INVALID_CREDENTIALS);
        }

        assertThat(login(Api.anonymous(), member.email(), PASSWORD).status()).isEqualTo(429);
        assertThat(login(stranger(), member.email(), PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void aRightPasswordStartsTheCountAfresh() {
        Member member = Member.register();
        Api api = stranger();
        for (int i = 0; i < 4; i++) {
            wrong(api, member.email());
        }
        assertThat(login(api, member.email(), PASSWORD).status()).isEqualTo(200);

        assertRefused(wrong(stranger(), member.email()), ErrorCode.INVALID_CREDENTIALS);
    }

    @Test
    void manyGuessesAtOnceAreNoWayRound() throws Exception {
        Member member = Member.register();

        List<Answer> answers = Together.run(20, () -> wrong(stranger(), member.email()));

        assertThat(answers).filteredOn(answer -> answer.status() == 401).hasSizeLessThanOrEqualTo(8);
        assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isIn(401, 429));
    }

    @Test
    void theWaitGrowsToAQuarterOfAnHourAndNoFurther() {
        String key = "test " + UUID.randomUUID();
        int[] waits = new int[20];
        for (int i = 0; i < waits.length; i++) {
            assertThat(charge(key)).isEqualTo(0);
            waits[i] = Integer.parseInt(Sql.text(
                    "SELECT round(extract(epoch FROM blocked_until - last_at))::integer FROM chronicles.guesses"
                            + " WHERE key = ?",
                    key));
            Sql.update("UPDATE chronicles.guesses SET blocked_until = now() WHERE key = ?", key);
        }

        assertThat(waits)
                .containsExactly(0, 0, 0, 0, 1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900, 900, 900, 900, 900);
    }

    @Test
    void aDayWithoutATryIsForgotten() {
        String key = "test " + UUID.randomUUID();
        for (int i = 0; i < 5; i++) {
            charge(key);
        }
        assertThat(charge(key)).isPositive();
        Sql.update(
                "UPDATE chronicles.guesses SET blocked_until = now(), last_at = now() - interval '25 hours'"
                        + " WHERE key = ?",
                key);

        assertThat(charge(key)).isZero();
        assertThat(Sql.text("SELECT tries FROM chronicles.guesses WHERE key = ?", key))
                .isEqualTo("1");
    }

    @Test
    void noAddressIsKeptOfAGuess() {
        String email = Member.newEmail();
        wrong(stranger(), email);

        assertThat(Sql.text("SELECT count(*) FROM chronicles.guesses WHERE key LIKE ?", "%" + email + "%"))
                .isEqualTo("0");
    }

    private static int charge(String key) {
        return Integer.parseInt(Sql.text("SELECT chronicles.charge_guess(?)", key));
    }

    /** With a network of its own, that the limits by address do not count together. */
    private static Api stranger() {
        String random = UUID.randomUUID().toString();
        return Api.anonymous()
                .with("X-Forwarded-For", "2001:db8:" + random.substring(0, 4) + ":" + random.substring(4, 8) + "::1");
    }

    private static Answer wrong(Api api, String email) {
        return login(api, email, "Wrong-horse-7");
    }

    private static Answer login(Api api, String email, String password) {
        return api.post(LOGIN, credentials(email, password));
    }

    private static String withoutId(Answer answer) {
        return answer.text().replace(answer.body().getString("requestId"), "").replaceAll("\"retryAfter\":[12]", "");
    }
}
