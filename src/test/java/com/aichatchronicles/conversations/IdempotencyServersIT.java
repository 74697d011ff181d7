package com.aichatchronicles.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import com.aichatchronicles.testing.Answer;
import com.aichatchronicles.testing.Api;
import com.aichatchronicles.testing.Deployments;
import com.aichatchronicles.testing.Member;
import com.aichatchronicles.testing.SecondServer;
import com.aichatchronicles.testing.Sql;
import com.aichatchronicles.testing.Together;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** That a key is one key on every server, also on one that has not seen its first use. */
@ExtendWith(ArquillianExtension.class)
class IdempotencyServersIT {
    private final Member author = Member.register();

    @Deployment(testable = false)
    static WebArchive war() {
        return Deployments.shippedWar();
    }

    @Test
    void aKeyHoldsOnServersThatHaveNotSeenItAndOnSeveralAtOnce() throws Exception {
        String key = UUID.randomUUID().toString();
        String title = "On the first server " + Sample.word();
        Answer before = publish(author.api(), key, title);
        Api second = SecondServer.shared().api().as(author.token());

        Answer after = publish(second, key, title);

        assertThat(after.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(after.text()).isEqualTo(before.text());
        assertThat(after.header("Location")).isEqualTo(before.header("Location"));
        assertThat(after.header("ETag")).isEqualTo(before.header("ETag"));
        assertThat(conversations(title)).isEqualTo(1);
        for (int round = 0; round < 5; round++) {
            fiftyOnTwoServersMakeOne(second);
        }
    }

    private void fiftyOnTwoServersMakeOne(Api second) throws Exception {
        String key = UUID.randomUUID().toString();
        String title = "On two servers " + Sample.word();
        AtomicInteger turn = new AtomicInteger();

        List<Answer> answers =
                Together.run(50, () -> publish(turn.getAndIncrement() % 2 == 0 ? author.api() : second, key, title));

        assertThat(answers).extracting(Answer::status).isSubsetOf(201, 409);
        assertThat(answers)
                .filteredOn(answer -> answer.status() == 201 && answer.header("Idempotency-Replayed") == null)
                .hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.status() == 201)
                .extracting(Answer::text)
                .containsOnly(publish(second, key, title).text());
        assertThat(conversations(title)).isEqualTo(1);
    }

    private static Answer publish(Api api, String key, String title) {
        return api.with("Idempotency-Key", key)
                .post(Sample.PATH, Sample.body(title).build());
    }

    private static int conversations(String title) {
        return Integer.parseInt(Sql.text("SELECT count(*) FROM public.conversations WHERE title = ?", title));
    }
}
