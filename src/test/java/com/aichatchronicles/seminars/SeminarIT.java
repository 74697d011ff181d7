package com.aichatchronicles.seminars;

import static com.aichatchronicles.testing.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import com.aichatchronicles.platform.errors.ErrorCode;
import com.aichatchronicles.platform.errors.FieldError;
import com.aichatchronicles.testing.Answer;
import com.aichatchronicles.testing.Api;
import com.aichatchronicles.testing.Deployments;
import com.aichatchronicles.testing.Member;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArquillianExtension.class)
class SeminarIT {
    @Deployment(testable = false)
    static WebArchive war() {
        return Deployments.shippedWar();
    }

    private final Member host = Member.register();

    @Test
    void aNewSeminarIsAsItWasAnnounced() {
        JsonObject body =
                Meeting.body("Reading Plato").add("max_participants", 10).build();

        Answer answer = host.api().post(Meeting.PATH, body);

        assertThat(answer.status()).isEqualTo(201);
        JsonObject made = Meeting.data(answer);
        assertThat(answer.header("Location")).endsWith(Meeting.path(made));
        body.forEach((name, value) -> assertThat(made.get(name)).as(name).isEqualTo(value));
        assertThat(made.getInt("duration_minutes")).isEqualTo(60);
        assertThat(made.getString("status")).isEqualTo("upcoming");
        assertThat(made.getInt("participants_count")).isZero();
        assertThat(made.getBoolean("registered")).isFalse();
        assertThat(made.getString("host_id")).isEqualTo(host.id().toString());
        assertThat(made.getJsonObject("host").getString("username")).isEqualTo(host.username());
        Answer found = host.api().get(Meeting.path(made));
        assertThat(Meeting.data(found)).isEqualTo(made);
        assertThat(found.header("ETag")).isEqualTo(answer.header("ETag"));
    }

    @Test
    void nobodyElseIsToldWhereItMeets() {
        String path = Meeting.path(Meeting.announce(host, "A secret place"));

        for (Api other : new Api[] {Api.anonymous(), Member.register().api()}) {
            assertThat(Meeting.data(other.get(path)).isNull("meeting_url")).isTrue();
            assertThat(other.get(path).text()).doesNotContain("@");
        }
        assertThat(Meeting.data(Member.admin().api().get(path)).getString("meeting_url"))
                .isEqualTo(Meeting.ADDRESS);
        assertThat(Api.anonymous().get(path).header("Cache-Control")).isEqualTo("public, no-cache");
        assertThat(host.api().get(path).header("Cache-Control")).isEqualTo("private, no-cache");
    }

    @Test
    void everyOffendingMemberIsListedAtOnce() {
        JsonObject body = Json.createObjectBuilder()
                .add("title", "x")
                .add("description", "short")
                .add("scheduled_at", "tomorrow")
                .add("duration_minutes", 14)
                .add("max_participants", 1001)
                .add("meeting_url", "javascript:alert(1)")
                .build();

        assertRefused(
                host.api().post(Meeting.PATH, body),
                ErrorCode.VALIDATION_ERROR,
                FieldError.of("category", "is required", "any.required"),
                FieldError.of("description", "length must be at least 10 characters long", "string.min"),
                FieldError.of("duration_minutes", "must be greater than or equal to 15", "number.min"),
                FieldError.of("max_participants", "must be less than or equal to 1000", "number.max"),
                FieldError.of("meeting_url", "must be a valid uri with http or https", "any.invalid"),
                FieldError.of("scheduled_at", "must be a time like 2026-01-31T18:00:00Z", "any.invalid"),
                FieldError.of("title", "length must be at least 5 characters long", "string.min"));
    }

    @Test
    void aSeminarBeginsInTheFutureOnADayThatExists() {
        JsonObject past = Meeting.body("Too late")
                .add("scheduled_at", "2020-01-01T00:00:00Z")
                .build();
        JsonObject never = Meeting.body("On no day")
                .add("scheduled_at", "2030-02-31T00:00:00Z")
                .build();

        assertRefused(
                host.api().post(Meeting.PATH, past),
                ErrorCode.VALIDATION_ERROR,
                FieldError.of("scheduled_at", "must be in the future", "date.format"));
        assertRefused(
                host.api().post(Meeting.PATH, never),
                ErrorCode.VALIDATION_ERROR,
                FieldError.of("scheduled_at", "must be a time like 2026-01-31T18:00:00Z", "date.format"));
    }

    @Test
    void oneKeyAnnouncesOneSeminar() {
        Api retrying = host.api().with("Idempotency-Key", UUID.randomUUID().toString());
        JsonObject body = Meeting.body("Announced twice").build();

        Answer first = retrying.post(Meeting.PATH, body);
        Answer second = retrying.post(Meeting.PATH, body);

        assertThat(second.text()).isEqualTo(first.text());
        assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(Meeting.titles(host.api().get(Meeting.PATH + "/mine"))).containsExactly("Announced twice");
    }

    @Test
    void whatIsUnknownIsNotFound() {
        String nowhere = Meeting.PATH + "/" + UUID.randomUUID();

        assertRefused(Api.anonymous().get(nowhere), ErrorCode.SEMINAR_NOT_FOUND);
        assertRefused(Api.anonymous().get(nowhere + "/participants"), ErrorCode.SEMINAR_NOT_FOUND);
        assertRefused(host.api().put(nowhere, Answer.json("{}")), ErrorCode.SEMINAR_NOT_FOUND);
        assertRefused(host.api().delete(nowhere), ErrorCode.SEMINAR_NOT_FOUND);
        assertRefused(host.api().send("PUT", nowhere + "/registration", ""), ErrorCode.SEMINAR_NOT_FOUND);
        assertRefused(host.api().delete(nowhere + "/registration"), ErrorCode.SEMINAR_NOT_FOUND);
        assertRefused(
                Api.anonymous().get(Meeting.PATH + "/1-1-1-1-1"),
                ErrorCode.PARAM_VALIDATION_ERROR,
                FieldError.of("id", "must be a valid GUID", "string.guid"));
    }

    @Test
    void nobodyWritesWithoutAToken() {
        String path = Meeting.path(Meeting.announce(host, "Not without a token"));
        JsonObject body = Meeting.body("By nobody").build();

        assertRefused(Api.anonymous().post(Meeting.PATH, body), ErrorCode.MISSING_TOKEN);
        assertRefused(Api.anonymous().put(path, body), ErrorCode.MISSING_TOKEN);
        assertRefused(Api.anonymous().delete(path), ErrorCode.MISSING_TOKEN);
        assertRefused(Api.anonymous().send("PUT", path + "/registration", ""), ErrorCode.MISSING_TOKEN);
        assertRefused(Api.anonymous().delete(path + "/registration"), ErrorCode.MISSING_TOKEN);
        assertRefused(Api.anonymous().get(Meeting.PATH + "/mine"), ErrorCode.MISSING_TOKEN);
    }

    @Test
    void aDeletedSeminarIsGone() {
        String path = Meeting.path(Meeting.announce(host, "Not for long"));
        Member.register().api().send("PUT", path + "/registration", "");

        assertRefused(Member.register().api().delete(path), ErrorCode.UNAUTHORIZED_DELETE);
        assertRefused(host.api().with("If-Match", "\"7.x\"").delete(path), ErrorCode.PRECONDITION_FAILED);
        assertThat(host.api().delete(path).status()).isEqualTo(200);
        assertRefused(host.api().get(path), ErrorCode.SEMINAR_NOT_FOUND);
    }
}
