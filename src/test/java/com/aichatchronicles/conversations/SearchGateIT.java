package com.aichatchronicles.conversations;

import static com.aichatchronicles.testing.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import com.aichatchronicles.platform.errors.ErrorCode;
import com.aichatchronicles.testing.Answer;
import com.aichatchronicles.testing.Api;
import com.aichatchronicles.testing.Database;
import com.aichatchronicles.testing.Deployments;
import com.aichatchronicles.testing.Member;
import com.aichatchronicles.testing.Together;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArquillianExtension.class)
class SearchGateIT {
    @Deployment(testable = false)
    static WebArchive war() {
        return Deployments.shippedWar();
    }

    @Test
    void searchesThatHangLeaveOthersAConnection() throws Exception {
        try (Connection connection = Database.connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("LOCK TABLE public.conversations IN ACCESS EXCLUSIVE MODE");

            List<Callable<Answer>> calls = new ArrayList<>(Collections.nCopies(20, SearchGateIT::search));
            calls.add(SearchGateIT::register);
            List<Answer> answers = Together.run(calls);

            assertThat(answers.get(20).status()).isEqualTo(201);
            assertThat(answers.subList(0, 20))
                    .allSatisfy(answer -> assertRefused(answer, ErrorCode.SERVICE_UNAVAILABLE))
                    .allSatisfy(
                            answer -> assertThat(answer.header("Retry-After")).isNotNull());
            connection.rollback();
        }
    }

    /** Each for another word, so that none waits for the answer to another. */
    private static Answer search() {
        return Api.anonymous().get(Sample.PATH + "/search?q=" + Sample.word());
    }

    private static Answer register() {
        return Api.anonymous().post("/api/v1/auth/register", Member.registration(Member.newEmail()));
    }
}
