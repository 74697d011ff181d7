package com.aichatchronicles.drills;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import com.aichatchronicles.testing.Answer;
import com.aichatchronicles.testing.Member;
import com.aichatchronicles.testing.Sql;
import com.aichatchronicles.testing.Together;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** Many at once, half of them on each server, want what only one can have. */
class RacesDrill {
    @Test
    void ofFiftyEditorsWithOneEntityTagOneWins() throws Exception {
        Instant start = Instant.now();
        Fleet fleet = Fleet.ready();
        Member author = Member.register();
        JsonObject body = Json.createObjectBuilder()
                .add("title", "Fifty editors")
                .add("content", "Some thoughts about those who write at once")
                .add("category", "Culture")
                .build();
        Answer made = author.api().post(Writer.PATH, body);
        String path = Writer.PATH + "/" + made.body().getJsonObject("data").getString("id");
        String tag = made.header("ETag");

        List<Answer> answers = onBoth(
                fleet,
                50,
                (turn, server) -> server.api()
                        .as(author.token())
                        .with("If-Match", tag)
                        .put(path, Writer.edit("Editor number " + turn)));

        Map<Integer, Long> statuses = statuses(answers);
        Figures.print("50 editors with one ETag", start, "requests by status " + statuses);
        assertThat(statuses).isEqualTo(Map.of(200, 1L, 412, 49L));
        String winner = answers.stream()
                .filter(answer -> answer.status() == 200)
                .map(RacesDrill::title)
                .findFirst()
                .orElseThrow();
        for (DrillServer server : fleet.both()) {
            assertThat(title(server.api().get(path))).isEqualTo(winner);
        }
    }

    @Test
    void ofAHundredRegistrationsOfOneAddressOneIsMade() throws Exception {
        Instant start = Instant.now();
        Fleet fleet = Fleet.ready();
        String email = Member.newEmail();

        List<Answer> answers = onBoth(
                fleet,
                100,
                (turn, server) -> server.api()
                        .post(
                                "/api/v1/auth/register",
                                Member.registration(turn % 4 < 2 ? email : email.toUpperCase())));

        Map<Integer, Long> statuses = statuses(answers);
        Figures.print("100 registrations of one address", start, "requests by status " + statuses);
        assertThat(statuses).isEqualTo(Map.of(201, 1L, 409, 99L));
        assertThat(Sql.text("SELECT count(*) FROM auth.users WHERE lower(email) = ?", email))
                .isEqualTo("1");
    }

    @FunctionalInterface
    private interface Attempt {
        Answer make(int turn, DrillServer server);
    }

    private static List<Answer> onBoth(Fleet fleet, int times, Attempt attempt) throws Exception {
        List<Callable<Answer>> attempts = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            int turn = i;
            attempts.add(() -> attempt.make(turn, fleet.both().get(turn % 2)));
        }
        return Together.run(attempts);
    }

    private static Map<Integer, Long> statuses(List<Answer> answers) {
        return answers.stream().collect(groupingBy(Answer::status, TreeMap::new, counting()));
    }

    private static String title(Answer answer) {
        return answer.body().getJsonObject("data").getString("title");
    }
}
