package com.aichatchronicles.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import com.aichatchronicles.testing.Answer;
import com.aichatchronicles.testing.Api;
import com.aichatchronicles.testing.Community;
import com.aichatchronicles.testing.Deployments;
import com.aichatchronicles.testing.Member;
import com.aichatchronicles.testing.ServerLog;
import com.aichatchronicles.testing.Sql;
import com.aichatchronicles.testing.Talk;
import com.aichatchronicles.testing.Together;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.extension.ExtendWith;

/** An account goes while others are at its things, and it at theirs. */
@ExtendWith(ArquillianExtension.class)
class AccountDeletionRaceIT {
    private static final Set<Integer> FINE = Set.of(200, 201, 401, 404);
    private static final String COUNTS =
            "SELECT likes_count || '/' || comments_count FROM public.conversations WHERE id = ?";
    private static final String COUNTED = "SELECT (SELECT count(*) FROM public.likes WHERE conversation_id = c.id)"
            + " || '/' || (SELECT count(*) FROM public.comments WHERE conversation_id = c.id)"
            + " FROM public.conversations c WHERE id = ?";

    private final Member leaver = Member.register();
    private final Member host = Member.register();
    private final List<Member> readers =
            Stream.generate(Member::register).limit(6).toList();
    private final List<UUID> own = List.of(Community.publish(leaver), Community.publish(leaver));
    private final List<UUID> foreign = List.of(Community.publish(host), Community.publish(host));

    @Deployment(testable = false)
    static WebArchive war() {
        return Deployments.shippedWar();
    }

    @RepeatedTest(5)
    void noCallFailsWhileAnAccountGoes() throws Exception {
        ServerLog log = new ServerLog();
        List<Callable<List<Answer>>> calls = new ArrayList<>();
        calls.add(() -> List.of(delete()));
        calls.add(() -> visit(leaver, foreign));
        readers.forEach(reader -> calls.add(() -> visit(reader, own)));

        List<List<Answer>> answers = Together.run(calls);

        assertThat(answers.get(0).get(0).status())
                .as(answers.get(0).get(0).text())
                .isEqualTo(200);
        assertThat(answers.stream().flatMap(List::stream))
                .filteredOn(answer -> !FINE.contains(answer.status()))
                .extracting(Answer::text)
                .isEmpty();
        assertThat(log.alarms()).isEmpty();
        assertThat(leaver.api().get("/api/v1/auth/me").status()).isEqualTo(401);
        for (UUID conversation : foreign) {
            assertThat(Sql.text(COUNTS, conversation))
                    .isEqualTo(Sql.text(COUNTED, conversation))
                    .isEqualTo("0/0");
        }
    }

    private Answer delete() {
        JsonObject password =
                Json.createObjectBuilder().add("password", Member.PASSWORD).build();
        return leaver.api().send("DELETE", "/api/v1/auth/account", password.toString());
    }

    /** Likes, talks and follows for as long as the deletion may take. */
    private List<Answer> visit(Member visitor, List<UUID> conversations) {
        Api api = visitor.api();
        List<Answer> answers = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            for (UUID conversation : conversations) {
                String path = Community.path(conversation);
                answers.add(api.put(path + "/like", JsonObject.EMPTY_JSON_OBJECT));
                answers.add(api.post(path + "/comments", Talk.body(Talk.text(), null)));
                answers.add(api.delete(path + "/like"));
            }
            String followed = "/api/v1/profiles/" + (visitor == leaver ? host : leaver).username() + "/follow";
            answers.add(api.put(followed, JsonObject.EMPTY_JSON_OBJECT));
        }
        return answers;
    }
}
