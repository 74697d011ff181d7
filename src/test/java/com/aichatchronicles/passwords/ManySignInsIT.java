package com.aichatchronicles.passwords;

import static com.aichatchronicles.testing.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import com.aichatchronicles.platform.errors.ErrorCode;
import com.aichatchronicles.testing.AccessLines;
import com.aichatchronicles.testing.Answer;
import com.aichatchronicles.testing.Api;
import com.aichatchronicles.testing.Deployments;
import com.aichatchronicles.testing.Member;
import com.aichatchronicles.testing.Together;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** That a flood of sign-ins is answered, and others beside it. */
@ExtendWith(ArquillianExtension.class)
class ManySignInsIT {
    /** More than are hashed in the ten seconds that a call waits for its turn. */
    private static final int MANY = 100 * Runtime.getRuntime().availableProcessors();

    @Deployment(testable = false)
    static WebArchive war() {
        return Deployments.shippedWar();
    }

    @Test
    void whatIsTooMuchIsRefusedAndReadsGoOn() throws Exception {
        List<Callable<Answer>> calls = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            String path = i % 2 == 0 ? "/api/v1/auth/login" : "/api/v1/auth/login/";
            calls.add(() -> Api.anonymous().post(path, Member.credentials(Member.newEmail(), "Wrong-horse-7")));
        }
        for (int i = 0; i < 20; i++) {
            calls.add(() -> Api.anonymous().get("/api/v1/conversations/categories"));
        }

        List<Answer> answers = Together.run(calls);

        List<Answer> signIns = answers.subList(0, MANY);
        assertThat(signIns).filteredOn(answer -> answer.status() == 401).hasSizeGreaterThanOrEqualTo(12);
        assertThat(signIns)
                .filteredOn(answer -> answer.status() != 401)
                .isNotEmpty()
                .allSatisfy(answer -> {
                    assertRefused(answer, ErrorCode.SERVICE_UNAVAILABLE);
                    assertThat(answer.header("Retry-After")).isNotNull();
                });
        assertThat(answers.subList(MANY, MANY + 20)).extracting(Answer::status).containsOnly(200);
        assertThat(loggedMilliseconds(signIns.stream()
                        .filter(answer -> answer.status() != 401)
                        .toList()))
                .as("nobody is refused who has not waited, and the waiting counts")
                .isNotEmpty()
                .allSatisfy(time -> assertThat(time).isGreaterThan(9000));
    }

    /** @return the times that the access log has for these */
    private static List<Double> loggedMilliseconds(List<Answer> answers) throws Exception {
        assertThat(AccessLines.of(answers.get(answers.size() - 1).header("X-Request-Id")))
                .hasSize(1);
        Set<String> ids =
                answers.stream().map(answer -> answer.header("X-Request-Id")).collect(Collectors.toSet());
        return AccessLines.all().stream()
                .filter(line -> line.contains("/auth/login"))
                .map(Answer::json)
                .filter(line -> ids.contains(line.getString("request_id")))
                .map(line -> line.getJsonNumber("duration_ms").doubleValue())
                .toList();
    }
}
