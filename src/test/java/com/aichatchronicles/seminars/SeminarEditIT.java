package com.aichatchronicles.seminars;

import static com.aichatchronicles.testing.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import com.aichatchronicles.platform.errors.ErrorCode;
import com.aichatchronicles.platform.errors.FieldError;
import com.aichatchronicles.testing.Answer;
import com.aichatchronicles.testing.Api;
import com.aichatchronicles.testing.Deployments;
import com.aichatchronicles.testing.Member;
import com.aichatchronicles.testing.Together;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(ArquillianExtension.class)
class SeminarEditIT {
    @Deployment(testable = false)
    static WebArchive war() {
        return Deployments.shippedWar();
    }

    private final Member host = Member.register();

    @Test
    void eachMemberChangesAndTheRestStays() {
        JsonObject before = Meeting.announce(host, "Before the edit");
        JsonObject changes = Json.createObjectBuilder()
                .add("title", "After the edit")
                .add("scheduled_at", Meeting.inHours(72).toString())
                .add("max_participants", 3)
                .add("meeting_url", "")
                .build();

        JsonObject after = Meeting.data(host.api().put(Meeting.path(before), changes));

        assertThat(after.getString("title")).isEqualTo("After the edit");
        assertThat(after.get("scheduled_at")).isEqualTo(changes.get("scheduled_at"));
        assertThat(after.getInt("max_participants")).isEqualTo(3);
        assertThat(after.isNull("meeting_url")).isTrue();
        assertThat(after.get("description")).isEqualTo(before.get("description"));
        assertThat(after.get("created_at")).isEqualTo(before.get("created_at"));
        assertThat(Meeting.data(host.api().get(Meeting.path(before)))).isEqualTo(after);
    }

    @Test
    void onlyTheHostAndAdminsEdit() {
        String path = Meeting.path(Meeting.announce(host, "Not yours"));
        JsonObject change = Answer.json("{\"title\":\"Mine now\"}");

        assertRefused(Member.register().api().put(path, change), ErrorCode.UNAUTHORIZED_UPDATE);
        assertRefused(Member.register("moderator").api().put(path, change), ErrorCode.UNAUTHORIZED_UPDATE);
        assertThat(Member.admin().api().put(path, change).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "upcoming,live,200",
        "upcoming,completed,200",
        "upcoming,cancelled,200",
        "upcoming,upcoming,200",
        "live,completed,200",
        "live,cancelled,200",
        "live,upcoming,409"
    })
    void theStatusMovesForwardOnly(String from, String to, int status) {
        String path = Meeting.path(Meeting.announce(host, "From " + from + " to " + to));
        host.api().put(path, status(from));

        Answer answer = host.api().put(path, status(to));

        assertThat(answer.status()).isEqualTo(status);
        if (status == 409) {
            assertRefused(answer, ErrorCode.SEMINAR_STATUS_CONFLICT);
        }
        assertThat(Meeting.data(host.api().get(path)).getString("status")).isEqualTo(status == 200 ? to : from);
    }

    @ParameterizedTest
    @CsvSource({"completed", "cancelled"})
    void whatIsOverStaysAsItIs(String end) {
        String path = Meeting.path(Meeting.announce(host, "Over and out"));
        host.api().put(path, status(end));

        assertRefused(host.api().put(path, status("live")), ErrorCode.SEMINAR_CLOSED);
        assertRefused(host.api().put(path, Answer.json("{\"title\":\"Once more\"}")), ErrorCode.SEMINAR_CLOSED);
        assertRefused(Member.register().api().send("PUT", path + "/registration", ""), ErrorCode.SEMINAR_CLOSED);
    }

    @Test
    void thereAreNeverFewerSeatsThanParticipants() {
        String path = Meeting.path(Meeting.announce(host, "Two are there"));
        Member.register().api().send("PUT", path + "/registration", "");
        Member.register().api().send("PUT", path + "/registration", "");

        assertRefused(
                host.api().put(path, Answer.json("{\"max_participants\":1}")),
                ErrorCode.VALIDATION_ERROR,
                FieldError.of("max_participants", "must not be less than the seats taken", "number.min"));
        assertThat(host.api().put(path, Answer.json("{\"max_participants\":2}")).status())
                .isEqualTo(200);
    }

    @Test
    void whoRegistersTakesNothingFromAnEditor() {
        String path = Meeting.path(Meeting.announce(host, "Read before written"));
        Answer read = host.api().get(path);
        Member.register().api().send("PUT", path + "/registration", "");

        Answer edited = host.api().with("If-Match", read.header("ETag")).put(path, status("live"));

        assertThat(edited.status()).isEqualTo(200);
        assertThat(edited.header("ETag")).isEqualTo(host.api().get(path).header("ETag"));
        assertRefused(
                host.api().with("If-Match", read.header("ETag")).put(path, status("completed")),
                ErrorCode.PRECONDITION_FAILED);
    }

    @Test
    void ofManyEditorsWithOneTagOneWins() throws Exception {
        String path = Meeting.path(Meeting.announce(host, "Edited by many"));
        Api editor = host.api().with("If-Match", host.api().get(path).header("ETag"));

        List<Integer> statuses =
                Together.run(20, () -> editor.put(path, status("live")).status());

        assertThat(statuses).filteredOn(status -> status == 200).hasSize(1);
        assertThat(statuses).filteredOn(status -> status == 412).hasSize(19);
    }

    private static JsonObject status(String status) {
        return Json.createObjectBuilder().add("status", status).build();
    }
}
