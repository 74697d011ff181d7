package com.aichatchronicles.seminars;

import static com.aichatchronicles.testing.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import com.aichatchronicles.platform.errors.ErrorCode;
import com.aichatchronicles.platform.errors.FieldError;
import com.aichatchronicles.testing.Answer;
import com.aichatchronicles.testing.Api;
import com.aichatchronicles.testing.Deployments;
import com.aichatchronicles.testing.Member;
import com.aichatchronicles.testing.Statements;
import jakarta.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArquillianExtension.class)
class SeminarListIT {
    @Deployment(testable = false)
    static WebArchive war() {
        return Deployments.shippedWar();
    }

    private final Member host = Member.register();
    private final String category = Meeting.category();
    private final String list = Meeting.PATH + "?category=" + URLEncoder.encode(category, StandardCharsets.UTF_8);

    private JsonObject announce(String title, int hours) {
        return Meeting.announce(
                host,
                Meeting.body(title)
                        .add("category", category)
                        .add("scheduled_at", Meeting.inHours(hours).toString()));
    }

    @Test
    void theSoonestComesFirst() {
        announce("The second", 20);
        announce("The third", 30);
        announce("The first", 10);

        assertThat(Meeting.titles(Api.anonymous().get(list))).containsExactly("The first", "The second", "The third");
        assertThat(Meeting.titles(Api.anonymous().get(list + "&order=desc")))
                .containsExactly("The third", "The second", "The first");
    }

    @Test
    void aListIsFilteredByStatusAndTime() {
        announce("Tomorrow", 24);
        JsonObject off = announce("Called off", 48);
        announce("Next week", 168);
        host.api().put(Meeting.path(off), Answer.json("{\"status\":\"cancelled\"}"));

        assertThat(Meeting.titles(Api.anonymous().get(list + "&status=cancelled")))
                .containsExactly("Called off");
        assertThat(Meeting.titles(Api.anonymous().get(list + "&status=upcoming")))
                .containsExactly("Tomorrow", "Next week");
        assertThat(Meeting.titles(Api.anonymous().get(list + "&from=" + Meeting.inHours(47))))
                .containsExactly("Called off", "Next week");
        assertThat(Meeting.titles(Api.anonymous().get(list + "&to=" + Meeting.inHours(47))))
                .containsExactly("Tomorrow");
    }

    @Test
    void pagesFollowEachOther() {
        for (int i = 1; i <= 5; i++) {
            announce("Number " + i, i);
        }

        Answer first = Api.anonymous().get(list + "&limit=2");
        JsonObject pagination = first.body().getJsonObject("pagination");
        announce("Number 0", 0 + 1);
        Answer second = Api.anonymous().get(list + "&limit=2&cursor=" + pagination.getString("nextCursor"));

        assertThat(Meeting.titles(first)).containsExactly("Number 1", "Number 2");
        assertThat(pagination.getInt("total")).isEqualTo(5);
        assertThat(pagination.getInt("totalPages")).isEqualTo(3);
        assertThat(Meeting.titles(second)).containsExactly("Number 3", "Number 4");
        assertThat(second.body().getJsonObject("pagination").getInt("page")).isEqualTo(2);
    }

    @Test
    void myListHasWhatIHostAndWhatITakePartIn() {
        Member guest = Member.register();
        announce("Without me", 10);
        JsonObject with = announce("With me", 20);
        guest.api().send("PUT", Meeting.path(with) + "/registration", "");
        Meeting.announce(guest, Meeting.body("By me").add("category", category));

        Answer mine = guest.api().get(Meeting.PATH + "/mine");

        assertThat(Meeting.titles(mine)).containsExactly("With me", "By me");
        assertThat(mine.body().getJsonArray("data").getValuesAs(JsonObject.class))
                .allMatch(seminar -> seminar.getString("meeting_url").equals(Meeting.ADDRESS));
        assertThat(mine.header("Cache-Control")).isEqualTo("private, no-cache");
    }

    @Test
    void anAddressInAListIsForThoseWhoTakePart() {
        announce("An address", 10);

        assertThat(Api.anonymous().get(list).text()).doesNotContain(Meeting.ADDRESS);
        assertThat(Member.register().api().get(list).text()).doesNotContain(Meeting.ADDRESS);
        assertThat(host.api().get(list).text()).contains(Meeting.ADDRESS);
    }

    @Test
    void participantsComeInTheOrderOfTheirSeats() {
        JsonObject seminar = announce("Many people", 10);
        List<Member> people = List.of(Member.register(), Member.register(), Member.register());
        people.forEach(member -> member.api().send("PUT", Meeting.path(seminar) + "/registration", ""));

        Answer first = Api.anonymous().get(Meeting.path(seminar) + "/participants?limit=2");
        Answer second = Api.anonymous()
                .get(Meeting.path(seminar) + "/participants?limit=2&cursor="
                        + first.body().getJsonObject("pagination").getString("nextCursor"));

        assertThat(usernames(first))
                .containsExactly(people.get(0).username(), people.get(1).username());
        assertThat(usernames(second)).containsExactly(people.get(2).username());
        assertThat(first.body().getJsonObject("pagination").getInt("total")).isEqualTo(3);
        assertThat(first.text()).doesNotContain("@example.org");
    }

    @Test
    void aPageCostsTwoStatementsWhateverItHolds() {
        List<String> empty = Statements.of(i -> Api.anonymous().get(list + "&limit=" + (10 + i)));
        JsonObject seminar = announce("Costs the same", 10);
        for (int i = 0; i < 9; i++) {
            announce("One of several " + i, 10 + i);
        }
        Member guest = Member.register();
        guest.api().send("PUT", Meeting.path(seminar) + "/registration", "");
        List<String> full = Statements.of(i -> guest.api().get(list + "&limit=" + (20 + i)));
        List<String> people =
                Statements.of(i -> Api.anonymous().get(Meeting.path(seminar) + "/participants?limit=" + (20 + i)));

        List<String> mine = Statements.of(i -> host.api().get(Meeting.PATH + "/mine?limit=" + (20 + i)));
        String calendar = Meeting.PATH + "/mine/calendar.ics";
        Api reader = host.api().with("Accept", "text/calendar");

        assertThat(empty).hasSize(2);
        assertThat(full).hasSize(2);
        assertThat(people).hasSize(2);
        assertThat(mine).hasSize(2);
        assertThat(Statements.of(i -> reader.get(calendar))).hasSize(1);
        assertThat(Statements.of(i -> guest.api().get(Meeting.path(seminar)))).hasSize(1);
    }

    @Test
    void aListGoesOnBehindTheLastOfAllDays() {
        for (int i = 0; i < 3; i++) {
            Meeting.announce(
                    host,
                    Meeting.body("At the end of days")
                            .add("category", category)
                            .add("scheduled_at", "9999-12-31T23:59:5" + i + "Z"));
        }

        JsonObject first = Api.anonymous().get(list + "&limit=1").body();
        Answer second = Api.anonymous()
                .get(list + "&limit=2&cursor="
                        + first.getJsonObject("pagination").getString("nextCursor"));

        assertThat(Meeting.titles(second)).hasSize(2);
        assertThat(Api.anonymous()
                        .get(list + "&from=9999-12-31T23:59:59Z&to=9999-12-31T23:59:59Z")
                        .status())
                .isEqualTo(200);
        assertThat(Api.anonymous().get(list + "&from=9999-12-31T23:59:59-18:00").status())
                .isEqualTo(400);
    }

    @Test
    void whatIsNotAsDescribedIsRefused() {
        assertRefused(
                Api.anonymous().get(Meeting.PATH + "?status=dead&from=now&to=2030-02-31T00:00:00Z&limit=0&cursor=x"),
                ErrorCode.QUERY_VALIDATION_ERROR,
                FieldError.of("status", "must be one of [cancelled, completed, live, upcoming]", "any.only"),
                FieldError.of("from", "must be a time like 2026-01-31T18:00:00Z", "date.format"),
                FieldError.of("to", "must be a time like 2026-01-31T18:00:00Z", "date.format"),
                FieldError.of("limit", "must be greater than or equal to 1", "number.min"),
                FieldError.of("cursor", "must be a nextCursor of an earlier answer", "any.invalid"));
        assertThat(Api.anonymous().get(Meeting.PATH + "?category=%00'%22;--").status())
                .isEqualTo(400);
    }

    private static List<String> usernames(Answer answer) {
        return answer.body().getJsonArray("data").getValuesAs(JsonObject.class).stream()
                .map(person -> person.getString("username"))
                .toList();
    }
}
