package com.aichatchronicles.drafts;

import static com.aichatchronicles.testing.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import com.aichatchronicles.platform.errors.ErrorCode;
import com.aichatchronicles.platform.errors.FieldError;
import com.aichatchronicles.testing.Answer;
import com.aichatchronicles.testing.Api;
import com.aichatchronicles.testing.Deployments;
import com.aichatchronicles.testing.Member;
import com.aichatchronicles.testing.SecondServer;
import com.aichatchronicles.testing.Sql;
import com.aichatchronicles.testing.Talk;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArquillianExtension.class)
class ScheduleIT {
    private static final String CONVERSATIONS = "/api/v1/conversations";

    @Deployment(testable = false)
    static WebArchive war() {
        return Deployments.shippedWar();
    }

    private final Member author = Member.register();
    private final JsonObject draft = Talk.conversation(author, "A text that waits for its time", false);
    private final String path = CONVERSATIONS + "/" + draft.getString("id");

    private static JsonObject at(Instant time) {
        return Json.createObjectBuilder().add("publish_at", time.toString()).build();
    }

    private static Instant inHours(int hours) {
        return Instant.now().truncatedTo(ChronoUnit.SECONDS).plus(hours, ChronoUnit.HOURS);
    }

    /** Lets the time of a scheduled draft come, behind the server's back. */
    private static void makeDue(String id) {
        Sql.update(
                "UPDATE chronicles.scheduled_publications SET publish_at = now()" + " WHERE conversation_id = ?::uuid",
                id);
    }

    private static void await(String condition, String id) throws InterruptedException {
        await(() -> "t".equals(Sql.text(condition, id)));
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        Instant deadline = Instant.now().plusSeconds(60);
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).isBefore(deadline);
            TimeUnit.MILLISECONDS.sleep(200);
        }
    }

    private static final String PUBLISHED = "SELECT published FROM public.conversations WHERE id = ?::uuid";

    @Test
    void aDraftIsPublishedWhenItsTimeHasCome() throws Exception {
        Answer scheduled = author.api().put(path + "/schedule", at(inHours(1)));
        assertThat(scheduled.status()).as(scheduled.text()).isEqualTo(200);
        assertRefused(Api.anonymous().get(path), ErrorCode.CONVERSATION_NOT_FOUND);
        JsonObject newer = Talk.conversation(author, "Published before the scheduled one", true);
        List<Api> servers = List.of(Api.anonymous(), SecondServer.shared().api());
        for (Api server : servers) {
            assertThat(idsOfTheAuthor(server)).containsExactly(newer.getString("id"));
        }

        makeDue(draft.getString("id"));
        await(PUBLISHED, draft.getString("id"));
        await(() -> Api.anonymous().get(path).status() == 200); // the server that did not publish it hears of it

        JsonObject now = Api.anonymous().get(path).body().getJsonObject("data");
        Instant created = Instant.parse(now.getString("created_at"));
        assertThat(created).isAfter(Instant.parse(draft.getString("created_at")));
        assertThat(Instant.parse(now.getString("updated_at"))).isAfterOrEqualTo(created);
        assertThat(now.isNull("edited_at")).isTrue();
        for (Api server : servers) {
            await(() -> idsOfTheAuthor(server).size() == 2);
            assertThat(idsOfTheAuthor(server)).containsExactlyInAnyOrder(draft.getString("id"), newer.getString("id"));
        }
        assertRefused(author.api().get(path + "/schedule"), ErrorCode.SCHEDULE_NOT_FOUND);
    }

    private List<String> idsOfTheAuthor(Api reader) {
        return Talk.ids(reader.get(CONVERSATIONS + "/user/" + author.id()));
    }

    @Test
    void twoServersPublishEachDraftOnce() throws Exception {
        List<String> ids = new ArrayList<>();
        assertThat(SecondServer.shared().api().get("/health/ready").status()).isEqualTo(200);
        for (int i = 0; i < 20; i++) {
            String id = Talk.conversation(author, "One of many that wait " + i, false)
                    .getString("id");
            author.api().put(CONVERSATIONS + "/" + id + "/schedule", at(inHours(1)));
            ids.add(id);
        }
        ids.forEach(ScheduleIT::makeDue);
        for (String id : ids) {
            await(PUBLISHED, id);
        }
        for (String id : ids) {
            assertThat(Sql.text("SELECT version FROM public.conversations WHERE id = ?::uuid", id))
                    .isEqualTo("2");
        }
    }

    @Test
    void whatTheSiteKeepsOutWaits() throws Exception {
        String banned = scheduled(Member.register(), "banned_until = now() + interval '1 day'");
        String deactivated = scheduled(Member.register(), "deactivated_at = now()");
        String deleted = scheduled(Member.register(), "deleted_at = now()");
        List.of(banned, deactivated, deleted).forEach(ScheduleIT::makeDue);
        author.api().put(path + "/schedule", at(inHours(1)));

        makeDue(draft.getString("id"));
        await(PUBLISHED, draft.getString("id"));

        for (String kept : List.of(banned, deactivated, deleted)) {
            assertThat(Sql.text(PUBLISHED, kept)).isEqualTo("f");
        }
        Sql.update(
                "UPDATE auth.users SET banned_until = NULL"
                        + " WHERE id = (SELECT author_id FROM public.conversations WHERE id = ?::uuid)",
                banned);
        await(PUBLISHED, banned);
    }

    /** @return the draft of somebody who scheduled it before their account became what it is */
    private static String scheduled(Member owner, String change) {
        String id = Talk.draft(owner);
        owner.api().put(CONVERSATIONS + "/" + id + "/schedule", at(inHours(1)));
        Sql.update("UPDATE auth.users SET " + change + " WHERE id = ?", owner.id());
        return id;
    }

    @Test
    void whoSchedulesIsToldWhatTheDraftSeemsToHold() {
        author.api().put(path, Answer.json("{\"content\":\"Write to ann@acme.io about it\"}"));

        Answer told = author.api().put(path + "/schedule", at(inHours(1)));

        JsonObject finding = told.body().getJsonArray("findings").getJsonObject(0);
        assertThat(finding.getString("field")).isEqualTo("content");
        assertThat(finding.getString("kind")).isEqualTo("email");
        assertThat(finding.getInt("offset")).isEqualTo(9);
        assertThat(told.text()).doesNotContain("ann@acme.io");
    }

    @Test
    void aScheduleIsReadReplacedAndCancelled() {
        author.api().put(path + "/schedule", at(inHours(1)));
        Instant later = inHours(2);
        author.api().put(path + "/schedule", at(later));

        JsonObject schedule = author.api().get(path + "/schedule").body().getJsonObject("data");

        assertThat(schedule.getString("publish_at")).isEqualTo(later.toString());
        assertThat(schedule.getBoolean("confirm_findings")).isFalse();
        assertThat(author.api().delete(path + "/schedule").status()).isEqualTo(200);
        assertRefused(author.api().delete(path + "/schedule"), ErrorCode.SCHEDULE_NOT_FOUND);
        assertRefused(author.api().get(path + "/schedule"), ErrorCode.SCHEDULE_NOT_FOUND);
    }

    @Test
    void whoPublishesByHandWaitsNoMore() {
        author.api().put(path + "/schedule", at(inHours(1)));
        author.api().put(path, Answer.json("{\"published\":true}"));

        assertRefused(author.api().get(path + "/schedule"), ErrorCode.SCHEDULE_NOT_FOUND);
        assertRefused(author.api().put(path + "/schedule", at(inHours(1))), ErrorCode.CONVERSATION_ALREADY_PUBLISHED);
    }

    @Test
    void onlyTheAuthorAndAdminsSchedule() {
        JsonObject soon = at(inHours(1));

        assertRefused(Api.anonymous().put(path + "/schedule", soon), ErrorCode.MISSING_TOKEN);
        assertRefused(Api.anonymous().get(path + "/schedule"), ErrorCode.MISSING_TOKEN);
        assertRefused(Api.anonymous().delete(path + "/schedule"), ErrorCode.MISSING_TOKEN);
        for (Member other : List.of(Member.register(), Member.register("moderator"))) {
            assertRefused(other.api().put(path + "/schedule", soon), ErrorCode.CONVERSATION_NOT_FOUND);
            assertRefused(other.api().get(path + "/schedule"), ErrorCode.CONVERSATION_NOT_FOUND);
            assertRefused(other.api().delete(path + "/schedule"), ErrorCode.CONVERSATION_NOT_FOUND);
        }
        assertThat(Member.admin().api().put(path + "/schedule", soon).status()).isEqualTo(200);
    }

    @Test
    void aScheduleLiesInTheFuture() {
        assertRefused(
                author.api().put(path + "/schedule", Answer.json("{\"publish_at\":\"2020-01-01T00:00:00Z\"}")),
                ErrorCode.VALIDATION_ERROR,
                FieldError.of("publish_at", "must be in the future", "date.format"));
        assertRefused(
                author.api().put(path + "/schedule", Answer.json("{}")),
                ErrorCode.VALIDATION_ERROR,
                FieldError.of("publish_at", "is required", "any.required"));
    }

    @Test
    void whatModeratorsWithholdIsNotPublishedByItsSchedule() throws Exception {
        author.api().put(path + "/schedule", at(inHours(1)));
        Sql.update("UPDATE public.conversations SET withheld_at = now() WHERE id = ?::uuid", draft.getString("id"));

        assertRefused(author.api().put(path + "/schedule", at(inHours(2))), ErrorCode.CONVERSATION_WITHHELD);
        makeDue(draft.getString("id"));
        await(
                "SELECT refused_at IS NOT NULL FROM chronicles.scheduled_publications WHERE conversation_id = ?::uuid",
                draft.getString("id"));

        assertThat(Sql.text(PUBLISHED, draft.getString("id"))).isEqualTo("f");
    }
}
