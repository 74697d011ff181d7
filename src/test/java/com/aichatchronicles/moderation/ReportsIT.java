package com.aichatchronicles.moderation;

import static com.aichatchronicles.testing.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import com.aichatchronicles.platform.errors.ErrorCode;
import com.aichatchronicles.platform.errors.FieldError;
import com.aichatchronicles.testing.Answer;
import com.aichatchronicles.testing.Deployments;
import com.aichatchronicles.testing.Member;
import com.aichatchronicles.testing.ServerLog;
import com.aichatchronicles.testing.Statements;
import com.aichatchronicles.testing.Talk;
import com.aichatchronicles.testing.Together;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArquillianExtension.class)
class ReportsIT {
    @Deployment(testable = false)
    static WebArchive war() {
        return Deployments.shippedWar();
    }

    private static final String REPORTS = "/api/v1/moderation/reports";

    private static Member author;
    private static Member reporter;
    private static Member moderator;

    @BeforeAll
    static void register() {
        author = Member.register();
        reporter = Member.register();
        moderator = Member.register("moderator");
    }

    @Test
    void aReportGoesThroughTheQueue() {
        JsonObject comment = Talk.comment(author, Talk.publish(author));
        JsonObject filed = Talk.data(file(reporter, "comment", comment.getString("id")));
        author.api().put(Talk.path(comment), Talk.body("Harmless now", null));
        String path = REPORTS + "/" + filed.getString("id");

        JsonObject open = Talk.data(moderator.api().get(path));
        assertThat(open.getString("status")).isEqualTo("open");
        assertThat(open.getString("evidence")).isEqualTo(comment.getString("content"));
        assertThat(open.getJsonObject("author").getString("id"))
                .isEqualTo(author.id().toString());
        assertThat(open.getJsonObject("reporter").getString("id"))
                .isEqualTo(reporter.id().toString());
        assertThat(queue("open")).contains(filed.getString("id"));

        JsonObject taken = Talk.data(moderator.api().send("PUT", path + "/taker", ""));
        assertThat(taken.getString("status")).isEqualTo("taken");
        assertThat(taken.getJsonObject("taker").getString("id"))
                .isEqualTo(moderator.id().toString());
        assertThat(queue("taken")).contains(filed.getString("id"));

        JsonObject decided = Talk.data(decide(moderator, path, "hide", "This is advertising."));
        assertThat(decided.getString("status")).isEqualTo("decided");
        assertThat(decided.getString("measure")).isEqualTo("hide");
        assertThat(decided.getString("explanation")).isEqualTo("This is advertising.");
        assertThat(queue("decided")).contains(filed.getString("id"));
        assertThat(queue("open")).doesNotContain(filed.getString("id"));
        assertRefused(decide(moderator, path, "dismiss", "After all"), ErrorCode.REPORT_ALREADY_DECIDED);
        assertRefused(moderator.api().send("PUT", path + "/taker", ""), ErrorCode.REPORT_ALREADY_DECIDED);
    }

    @Test
    void oneReportOfAThingIsUndecidedAtATime() throws Exception {
        String conversation = Talk.publish(author);

        List<Answer> answers = Together.run(10, () -> file(reporter, "conversation", conversation));

        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.status() == 409)
                .hasSize(9)
                .allMatch(answer -> answer.body().getString("code").equals("REPORT_ALREADY_EXISTS"));
        assertThat(file(moderator, "conversation", conversation).status()).isEqualTo(201);
        decide(moderator, REPORTS + "/" + idOf(answers), "dismiss", "It is fine");
        assertThat(file(reporter, "conversation", conversation).status()).isEqualTo(201);
    }

    @Test
    void whoReportsAgainDoesNotFillTheLog() {
        String conversation = Talk.publish(author);
        file(reporter, "conversation", conversation);
        ServerLog log = new ServerLog();

        assertRefused(file(reporter, "conversation", conversation), ErrorCode.REPORT_ALREADY_EXISTS);

        assertThat(log.alarms()).isEmpty();
    }

    @Test
    void ofTwoModeratorsOneTakesAReport() throws Exception {
        Member another = Member.register("moderator");
        for (int round = 0; round < 10; round++) {
            String path = REPORTS + "/" + idOf(List.of(file(reporter, "conversation", Talk.publish(author))));
            List<Callable<Answer>> both = List.of(
                    () -> moderator.api().send("PUT", path + "/taker", ""),
                    () -> another.api().send("PUT", path + "/taker", ""));

            List<Answer> answers = Together.run(both);

            assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(200, 409);
            Member loser = answers.get(0).status() == 409 ? moderator : another;
            assertRefused(loser.api().send("PUT", path + "/taker", ""), ErrorCode.REPORT_ALREADY_TAKEN);
            assertRefused(loser.api().delete(path + "/taker"), ErrorCode.REPORT_ALREADY_TAKEN);
            assertRefused(decide(loser, path, "dismiss", "Mine?"), ErrorCode.REPORT_ALREADY_TAKEN);
        }
    }

    @Test
    void aModeratorDoesNotDecideAboutWhatIsTheirOwn() {
        Member judge = Member.register("moderator");
        String path = REPORTS + "/" + idOf(List.of(file(reporter, "conversation", Talk.publish(judge))));

        assertRefused(judge.api().send("PUT", path + "/taker", ""), ErrorCode.INSUFFICIENT_PERMISSIONS);
        assertRefused(decide(judge, path, "dismiss", "It is fine"), ErrorCode.INSUFFICIENT_PERMISSIONS);
        assertThat(Talk.data(moderator.api().get(path)).getString("status")).isEqualTo("open");
        assertThat(decide(moderator, path, "warn", "It is not").status()).isEqualTo(200);
    }

    @Test
    void aReportIsGivenBackByItsTakerOrAnAdmin() {
        String path = REPORTS + "/" + idOf(List.of(file(reporter, "conversation", Talk.publish(author))));
        moderator.api().send("PUT", path + "/taker", "");
        assertThat(moderator.api().send("PUT", path + "/taker", "").status()).isEqualTo(200);

        JsonObject open = Talk.data(moderator.api().delete(path + "/taker"));
        assertThat(open.getString("status")).isEqualTo("open");
        assertThat(open.get("taker")).isEqualTo(JsonValue.NULL);
        moderator.api().send("PUT", path + "/taker", "");
        assertThat(Member.admin().api().delete(path + "/taker").status()).isEqualTo(200);
    }

    @Test
    void aDecisionSettlesAllReportsOfTheThingAndHappensOnce() throws Exception {
        String conversation = Talk.publish(author);
        List<String> reports = IntStream.range(0, 4)
                .mapToObj(i -> idOf(List.of(file(Member.register(), "conversation", conversation))))
                .toList();
        List<Callable<Answer>> decisions = new ArrayList<>();
        reports.forEach(
                report -> decisions.add(() -> decide(moderator, REPORTS + "/" + report, "unpublish", "Too private")));

        List<Answer> answers = Together.run(decisions);

        assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(200, 409, 409, 409);
        reports.forEach(report -> assertThat(
                        Talk.data(moderator.api().get(REPORTS + "/" + report)).getString("measure"))
                .isEqualTo("unpublish"));
        assertThat(Talk.ids(moderator.api().get("/api/v1/moderation/measures?subject_id=" + conversation)))
                .hasSize(1);
    }

    @Test
    void profilesAreReportedAndTheirOwnersWarned() {
        Member owner = Member.register();
        String path = REPORTS + "/"
                + idOf(List.of(file(reporter, "profile", owner.id().toString())));

        assertRefused(
                decide(moderator, path, "hide", "No"),
                ErrorCode.VALIDATION_ERROR,
                FieldError.of("measure", "must be one that a profile knows", "any.invalid"));
        assertThat(decide(moderator, path, "warn", "Mind your words").status()).isEqualTo(200);

        JsonObject told = Talk.list(owner.api().get("/api/v1/notifications")).get(0);
        assertThat(told.getString("kind")).isEqualTo("moderated");
        assertThat(told.getString("measure")).isEqualTo("warn");
        assertThat(told.getString("reason")).isEqualTo("Mind your words");
        assertThat(told.get("actor")).isEqualTo(JsonValue.NULL);
    }

    @Test
    void theQueueIsPagedAndAPageCostsTwoStatements() {
        for (int i = 0; i < 3; i++) {
            file(reporter, "conversation", Talk.publish(author));
        }
        List<String> seen = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            Answer page = moderator.api().get(REPORTS + "?limit=2" + cursor);
            seen.addAll(Talk.ids(page));
            cursor = Talk.next(page) == null ? null : "&cursor=" + Talk.next(page);
        }

        assertThat(seen).hasSizeGreaterThanOrEqualTo(3).doesNotHaveDuplicates();
        assertThat(Statements.of(i -> moderator.api().get(REPORTS + "?limit=" + (20 + i))))
                .hasSize(2);
    }

    private static Answer file(Member member, String type, String id) {
        return member.api().post(REPORTS, report(type, id));
    }

    private static JsonObject report(String type, String id) {
        return Json.createObjectBuilder()
                .add("subject_type", type)
                .add("subject_id", id)
                .add("reason", "spam")
                .build();
    }

    private static Answer decide(Member member, String path, String measure, String reason) {
        JsonObject decision = Json.createObjectBuilder()
                .add("measure", measure)
                .add("reason", reason)
                .build();
        return member.api().put(path + "/decision", decision);
    }

    private static String idOf(List<Answer> answers) {
        return answers.stream()
                .filter(answer -> answer.status() == 201)
                .map(answer -> Talk.data(answer).getString("id"))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> queue(String status) {
        List<String> ids = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            Answer page = moderator.api().get(REPORTS + "?limit=100&status=" + status + cursor);
            ids.addAll(Talk.ids(page));
            cursor = Talk.next(page) == null ? null : "&cursor=" + Talk.next(page);
        }
        return ids;
    }
}
