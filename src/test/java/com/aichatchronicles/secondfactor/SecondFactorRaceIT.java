package com.aichatchronicles.secondfactor;

import static com.aichatchronicles.secondfactor.Authenticator.finish;
import static com.aichatchronicles.testing.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import com.aichatchronicles.platform.errors.ErrorCode;
import com.aichatchronicles.testing.Answer;
import com.aichatchronicles.testing.Api;
import com.aichatchronicles.testing.Deployments;
import com.aichatchronicles.testing.Member;
import com.aichatchronicles.testing.SecondServer;
import com.aichatchronicles.testing.Together;
import jakarta.json.JsonObject;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** That each code and each challenge is good once, however many try at once and on whichever server. */
@ExtendWith(ArquillianExtension.class)
class SecondFactorRaceIT {
    @Deployment(testable = false)
    static WebArchive war() {
        return Deployments.shippedWar();
    }

    @Test
    void ofOneRecoveryCodeUsedTwiceAtOnceOneWins() throws Exception {
        Authenticator authenticator = Authenticator.confirmed();
        String code = authenticator.recoveryCodes().get(0);

        assertThat(admitted(tries(authenticator, code, Api.anonymous(), Api.anonymous())))
                .isEqualTo(1);
    }

    @Test
    void ofOneCodeUsedTwiceAtOnceOneWins() throws Exception {
        Authenticator authenticator = Authenticator.confirmed();
        List<Api> servers = List.of(Api.anonymous(), Api.anonymous());
        List<String> challenges =
                servers.stream().map(api -> authenticator.challenge()).toList();
        String code = authenticator.code();

        assertThat(admitted(Together.run(List.of(
                        () -> finish(servers.get(0), challenges.get(0), code),
                        () -> finish(servers.get(1), challenges.get(1), code)))))
                .isEqualTo(1);
    }

    @Test
    void ofOneChallengeUsedTwiceAtOnceOneWins() throws Exception {
        Authenticator authenticator = Authenticator.confirmed();
        String challenge = authenticator.challenge();
        List<String> codes = authenticator.recoveryCodes();

        List<Answer> answers = Together.run(List.of(
                () -> finish(Api.anonymous(), challenge, codes.get(0)),
                () -> finish(Api.anonymous(), challenge, codes.get(1))));

        assertThat(admitted(answers)).isEqualTo(1);
        assertThat(answers)
                .filteredOn(answer -> answer.status() != 200)
                .allSatisfy(answer -> assertRefused(answer, ErrorCode.CHALLENGE_INVALID));
    }

    @Test
    void twoServersAreOne() throws Exception {
        try (SecondServer server = SecondServer.start()) {
            Api here = Api.anonymous();
            Api there = Api.at(URI.create(server.httpAddress()));
            Authenticator authenticator = Authenticator.confirmed();
            assertThat(finish(there, authenticator.challenge(), authenticator.code())
                            .status())
                    .isEqualTo(200);
            for (int round = 0; round < 3; round++) {
                String code = authenticator.recoveryCodes().get(round);
                assertThat(admitted(tries(authenticator, code, here, there))).isEqualTo(1);
            }
            guessesOnBothServersCountTogether(here, there);
        }
    }

    private static void guessesOnBothServersCountTogether(Api here, Api there) {
        JsonObject nobody = Member.credentials(Member.newEmail(), "Wrong-horse-7");
        for (int i = 0; i < 5; i++) {
            assertThat((i % 2 == 0 ? here : there)
                            .post("/api/v1/auth/login", nobody)
                            .status())
                    .isEqualTo(401);
        }
        assertThat(there.post("/api/v1/auth/login", nobody).status()).isEqualTo(429);
    }

    private static List<Answer> tries(Authenticator authenticator, String code, Api... servers) throws Exception {
        List<Callable<Answer>> tries = new ArrayList<>();
        for (Api server : servers) {
            String challenge = authenticator.challenge();
            tries.add(() -> finish(server, challenge, code));
        }
        return Together.run(tries);
    }

    private static long admitted(List<Answer> answers) {
        return answers.stream().filter(answer -> answer.status() == 200).count();
    }
}
