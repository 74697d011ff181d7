package com.aichatchronicles.seminars;

import static com.aichatchronicles.testing.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import com.aichatchronicles.platform.errors.ErrorCode;
import com.aichatchronicles.testing.Answer;
import com.aichatchronicles.testing.Api;
import com.aichatchronicles.testing.Deployments;
import com.aichatchronicles.testing.Member;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.component.CalendarComponent;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArquillianExtension.class)
class SeminarCalendarIT {
    @Deployment(testable = false)
    static WebArchive war() {
        return Deployments.shippedWar();
    }

    private final Member host = Member.register();

    @Test
    void aSeminarIsAnEventThatEndsWhenItDoes() throws Exception {
        JsonObject seminar = Meeting.announce(
                host, Meeting.body("Plato, Kant; and\\ others").add("scheduled_at", "2090-12-24T19:00:00+01:00"));

        Answer answer = Api.anonymous().with("Accept", "text/calendar").get(path(seminar));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualToIgnoringWhitespace("text/calendar;charset=utf-8");
        assertThat(answer.header("Content-Disposition")).isEqualTo("attachment; filename=seminar.ics");
        CalendarComponent event = events(answer).get(0);
        assertThat(value(event, "UID")).isEqualTo(seminar.getString("id") + "@aichatchronicles.com");
        assertThat(value(event, "DTSTART")).isEqualTo("20901224T180000Z");
        assertThat(value(event, "DURATION")).isEqualTo("PT1H");
        assertThat(value(event, "SUMMARY")).isEqualTo("Plato, Kant; and\\ others");
        assertThat(value(event, "STATUS")).isEqualTo("CONFIRMED");
        assertThat(answer.text()).doesNotContain(Meeting.ADDRESS).doesNotContain("ORGANIZER");
    }

    @Test
    void theAddressIsInTheCalendarOfThoseWhoTakePart() throws Exception {
        JsonObject seminar = Meeting.announce(host, "With an address");

        assertThat(value(events(calendar(host.api(), path(seminar))).get(0), "LOCATION"))
                .isEqualTo(Meeting.ADDRESS);
        assertThat(calendar(Member.register().api(), path(seminar)).text()).doesNotContain(Meeting.ADDRESS);
    }

    @Test
    void aSeminarThatIsCalledOffIsSoInTheCalendar() throws Exception {
        JsonObject seminar = Meeting.announce(host, "Called off");
        host.api().put(Meeting.path(seminar), Answer.json("{\"status\":\"cancelled\"}"));

        CalendarComponent event =
                events(calendar(Api.anonymous(), path(seminar))).get(0);

        assertThat(value(event, "STATUS")).isEqualTo("CANCELLED");
        assertThat(value(event, "SEQUENCE")).isEqualTo("1");
    }

    @Test
    void aTextCannotAddALineToTheCalendar() throws Exception {
        JsonObject seminar = Meeting.announce(
                host,
                Meeting.body("Injected")
                        .add("title", "Two\u2028BEGIN:VALARM\u0085lines")
                        .add("category", "Sci\u2029ence")
                        .add("description", "First \u0001line\r\nEND:VEVENT\r\nATTACH:file:///etc/passwd\nlast line"));

        Answer answer = calendar(Api.anonymous(), path(seminar));
        List<CalendarComponent> events = events(answer);

        assertThat(events).hasSize(1);
        assertThat(answer.text().replace("\r\n", "")).doesNotContainPattern("\\p{Cc}|\u2028|\u2029");
        assertThat(value(events.get(0), "SUMMARY")).isEqualTo("Two BEGIN:VALARM lines");
        assertThat(events.get(0).getProperty("ATTACH")).isEmpty();
    }

    @Test
    void myCalendarHasMySeminars() throws Exception {
        Member guest = Member.register();
        guest.api().send("PUT", Meeting.path(Meeting.announce(host, "With me")) + "/registration", "");
        Meeting.announce(guest, "By me");
        Meeting.announce(host, "Without me");

        Answer answer = calendar(guest.api(), Meeting.PATH + "/mine/calendar.ics");

        assertThat(events(answer).stream().map(event -> value(event, "SUMMARY")))
                .containsExactlyInAnyOrder("With me", "By me");
        assertThat(answer.header("Cache-Control")).isEqualTo("private, no-cache");
        assertThat(guest.api()
                        .with("Accept", "text/calendar")
                        .with("If-None-Match", answer.header("ETag"))
                        .get(Meeting.PATH + "/mine/calendar.ics")
                        .status())
                .isEqualTo(304);
    }

    @Test
    void aCalendarWithoutSeminarsIsACalendar() {
        Answer answer = calendar(Member.register().api(), Meeting.PATH + "/mine/calendar.ics");

        assertThat(answer.text())
                .startsWith("BEGIN:VCALENDAR")
                .contains("VERSION:2.0")
                .doesNotContain("VEVENT");
        assertRefused(Api.anonymous().get(Meeting.PATH + "/mine/calendar.ics"), ErrorCode.MISSING_TOKEN);
    }

    private static String path(JsonObject seminar) {
        return Meeting.path(seminar) + "/calendar.ics";
    }

    private static Answer calendar(Api api, String path) {
        return api.with("Accept", "text/calendar, application/json").get(path);
    }

    private static List<CalendarComponent> events(Answer answer) throws IOException, ParserException {
        return new CalendarBuilder().build(new StringReader(answer.text())).getComponents();
    }

    private static String value(CalendarComponent event, String property) {
        return event.getRequiredProperty(property).getValue();
    }
}
