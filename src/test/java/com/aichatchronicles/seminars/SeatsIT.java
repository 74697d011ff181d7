package com.aichatchronicles.seminars;

import static com.aichatchronicles.testing.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import com.aichatchronicles.platform.errors.ErrorCode;
import com.aichatchronicles.testing.Answer;
import com.aichatchronicles.testing.Api;
import com.aichatchronicles.testing.Deployments;
import com.aichatchronicles.testing.Member;
import com.aichatchronicles.testing.SecondServer;
import com.aichatchronicles.testing.Sql;
import com.aichatchronicles.testing.Together;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArquillianExtension.class)
class SeatsIT {
    private static final int THREADS = 32;

    @Deployment(testable = false)
    static WebArchive war() {
        return Deployments.shippedWar();
    }

    private final Member host = Member.register();

    @Test
    void whoTakesASeatIsToldWhereItMeets() {
        Member taker = Member.register();
        JsonObject seminar = Meeting.announce(host, "Take a seat");

        Answer taken = register(taker.api(), seminar);

        assertThat(taken.status()).isEqualTo(200);
        assertThat(Meeting.data(taken).getString("meeting_url")).isEqualTo(Meeting.ADDRESS);
        assertThat(Meeting.data(taken).getBoolean("registered")).isTrue();
        assertThat(Meeting.data(taken).getInt("participants_count")).isEqualTo(1);
        assertThat(Meeting.data(taker.api().get(Meeting.path(seminar)))).isEqualTo(Meeting.data(taken));
        assertThat(Meeting.data(Api.anonymous().get(Meeting.path(seminar))).getInt("participants_count"))
                .isEqualTo(1);
    }

    @Test
    void whoLeavesIsToldNoMore() {
        Member taker = Member.register();
        JsonObject seminar = Meeting.announce(host, "Leave again");
        register(taker.api(), seminar);

        Answer left = taker.api().delete(Meeting.path(seminar) + "/registration");
        Answer again = taker.api().delete(Meeting.path(seminar) + "/registration");

        assertThat(left.status()).isEqualTo(200);
        assertThat(Meeting.data(left).isNull("meeting_url")).isTrue();
        assertThat(Meeting.data(left).getInt("participants_count")).isZero();
        assertThat(again.text()).isEqualTo(left.text());
    }

    @Test
    void aFullSeminarTakesNobodyButKeepsThoseWhoAreIn() {
        Member first = Member.register();
        JsonObject seminar =
                Meeting.announce(host, Meeting.body("One seat only").add("max_participants", 1));
        register(first.api(), seminar);

        assertRefused(register(Member.register().api(), seminar), ErrorCode.SEMINAR_FULL);
        assertThat(register(first.api(), seminar).status()).isEqualTo(200);
        first.api().delete(Meeting.path(seminar) + "/registration");
        assertThat(register(Member.register().api(), seminar).status()).isEqualTo(200);
    }

    @Test
    void nobodyJoinsWhatIsPast() {
        JsonObject seminar = Meeting.announce(host, "Long ago");
        Meeting.move(seminar, "-3 hours");

        assertRefused(register(Member.register().api(), seminar), ErrorCode.SEMINAR_CLOSED);
    }

    @Test
    void fiveHundredTakersOnTwoServersGetAHundredSeats() throws Exception {
        JsonObject seminar =
                Meeting.announce(host, Meeting.body("A hundred seats").add("max_participants", 100));
        List<Api> crowd =
                Crowd.of(500, List.of(Api.anonymous(), SecondServer.shared().api()));
        List<Callable<List<Integer>>> threads = new ArrayList<>();
        for (int thread = 0; thread < THREADS; thread++) {
            int first = thread;
            threads.add(() -> {
                List<Integer> statuses = new ArrayList<>();
                for (int i = first; i < crowd.size(); i += THREADS) {
                    statuses.add(register(crowd.get(i), seminar).status());
                }
                return statuses;
            });
        }

        Map<Integer, Long> statuses = Together.run(threads).stream()
                .flatMap(List::stream)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));

        assertThat(statuses).isEqualTo(Map.of(200, 100L, 409, 400L));
        assertThat(rows(seminar)).isEqualTo("100");
        assertThat(Meeting.data(Api.anonymous().get(Meeting.path(seminar))).getInt("participants_count"))
                .isEqualTo(100);
    }

    @Test
    void oneTakerWhoAsksManyTimesAtOnceHasOneSeat() throws Exception {
        JsonObject seminar = Meeting.announce(host, "Impatient");
        Member taker = Member.register();

        List<Integer> statuses =
                Together.run(THREADS, () -> register(taker.api(), seminar).status());

        assertThat(statuses).containsOnly(200);
        assertThat(rows(seminar)).isEqualTo("1");
    }

    @Test
    void aDeletedAccountGivesItsSeatBack() {
        JsonObject seminar = Meeting.announce(host, "One goes away");
        Member taker = Member.register();
        register(taker.api(), seminar);

        Sql.update("DELETE FROM auth.users WHERE id = ?", taker.id());

        assertThat(Meeting.data(Api.anonymous().get(Meeting.path(seminar))).getInt("participants_count"))
                .isZero();
    }

    private static String rows(JsonObject seminar) {
        return Sql.text(
                "SELECT count(*) FROM public.seminar_participants WHERE seminar_id = ?::uuid", seminar.getString("id"));
    }

    private static Answer register(Api taker, JsonObject seminar) {
        return taker.send("PUT", Meeting.path(seminar) + "/registration", "");
    }
}
