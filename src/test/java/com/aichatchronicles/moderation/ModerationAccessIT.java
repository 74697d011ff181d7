package com.aichatchronicles.moderation;

import static com.aichatchronicles.testing.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import com.aichatchronicles.platform.errors.ErrorCode;
import com.aichatchronicles.platform.errors.FieldError;
import com.aichatchronicles.testing.Answer;
import com.aichatchronicles.testing.Api;
import com.aichatchronicles.testing.Deployments;
import com.aichatchronicles.testing.Member;
import com.aichatchronicles.testing.ServerLog;
import com.aichatchronicles.testing.Talk;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(ArquillianExtension.class)
class ModerationAccessIT {
    @Deployment(testable = false)
    static WebArchive war() {
        return Deployments.shippedWar();
    }

    private static final String REPORTS = "/api/v1/moderation/reports";
    private static final String MEASURES = "/api/v1/moderation/measures";
    private static final String ID = "/0192f1c8-4f5d-7ea6-9c73-9b8a7f6e5d4c";

    private static Member author;
    private static Member reporter;
    private static Member moderator;

    @BeforeAll
    static void register() {
        author = Member.register();
        reporter = Member.register();
        moderator = Member.register("moderator");
    }

    @ParameterizedTest
    @CsvSource({
        "GET,reports",
        "GET,reports" + ID,
        "PUT,reports" + ID + "/taker",
        "DELETE,reports" + ID + "/taker",
        "PUT,reports" + ID + "/decision",
        "GET,measures",
        "POST,measures"
    })
    void moderationIsForModeratorsAndAdmins(String method, String path) {
        String address = "/api/v1/moderation/" + path;

        assertRefused(Api.anonymous().send(method, address, "{}"), ErrorCode.MISSING_TOKEN);
        assertRefused(author.api().send(method, address, "{}"), ErrorCode.INSUFFICIENT_PERMISSIONS);
        assertRefused(Member.register("premium").api().send(method, address, "{}"), ErrorCode.INSUFFICIENT_PERMISSIONS);
        for (Member member : List.of(moderator, Member.admin())) {
            assertThat(member.api().send(method, address, "{}").status()).isNotIn(401, 403, 405, 500);
        }
    }

    @Test
    void whoeverIsNotSignedInReportsNothing() {
        assertRefused(Api.anonymous().send("POST", REPORTS, "{}"), ErrorCode.MISSING_TOKEN);
    }

    @Test
    void whatIsNotSeenCanNotBeReported() {
        String draft = Talk.draft(author);
        String comment = Talk.comment(author, draft).getString("id");
        String unknown = UUID.randomUUID().toString();

        for (Member member : List.of(reporter, moderator)) {
            assertRefused(file(member, "conversation", draft), ErrorCode.CONVERSATION_NOT_FOUND);
            assertRefused(file(member, "comment", comment), ErrorCode.COMMENT_NOT_FOUND);
        }
        assertRefused(file(reporter, "conversation", unknown), ErrorCode.CONVERSATION_NOT_FOUND);
        assertRefused(file(reporter, "comment", unknown), ErrorCode.COMMENT_NOT_FOUND);
        assertRefused(file(reporter, "profile", unknown), ErrorCode.PROFILE_NOT_FOUND);
    }

    @Test
    void nobodyReportsWhatIsTheirOwn() {
        FieldError refusal = FieldError.of("subject_id", "must be of somebody else", "any.invalid");

        assertRefused(file(author, "conversation", Talk.publish(author)), ErrorCode.VALIDATION_ERROR, refusal);
        assertRefused(file(author, "profile", author.id().toString()), ErrorCode.VALIDATION_ERROR, refusal);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"subject_type\":\"seminar\",\"subject_id\":\"%s\",\"reason\":\"spam\"}",
                "{\"subject_type\":\"profile\",\"subject_id\":\"1\",\"reason\":\"spam\"}",
                "{\"subject_type\":\"profile\",\"subject_id\":\"%s\",\"reason\":\"boredom\"}",
                "{\"subject_type\":\"profile\",\"subject_id\":\"%s\",\"reason\":\"spam\",\"note\":\"\\u0000\"}",
                "{\"subject_type\":7,\"subject_id\":[],\"reason\":{}}",
                "[]",
                "{"
            })
    void aReportThatIsNotAsDescribedIsRefused(String body) {
        ServerLog log = new ServerLog();

        Answer answer = reporter.api().send("POST", REPORTS, body.formatted(author.id()));

        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(log.alarms()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"measure\":\"ban\",\"reason\":\"x\"}",
                "{\"measure\":\"hide\"}",
                "{\"measure\":\"hide\",\"reason\":\" \"}",
                "{\"measure\":1,\"reason\":2}"
            })
    void aDecisionThatIsNotAsDescribedIsRefused(String body) {
        String report =
                Talk.data(file(reporter, "conversation", Talk.publish(author))).getString("id");

        assertThat(moderator
                        .api()
                        .send("PUT", REPORTS + "/" + report + "/decision", body)
                        .status())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "reports?status=closed",
                "reports?limit=0",
                "reports?cursor=x",
                "measures?limit=101",
                "measures?subject_id=x",
                "measures?cursor=x"
            })
    void aQueryThatIsNotAsDescribedIsRefused(String path) {
        Answer answer = moderator.api().get("/api/v1/moderation/" + path);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().getString("code")).isEqualTo("QUERY_VALIDATION_ERROR");
    }

    @Test
    void whatIsNotThereIsNotFound() {
        String unknown = REPORTS + "/" + UUID.randomUUID();
        JsonObject decision = Answer.json("{\"measure\":\"dismiss\",\"reason\":\"x\"}");

        assertRefused(moderator.api().get(unknown), ErrorCode.REPORT_NOT_FOUND);
        assertRefused(moderator.api().send("PUT", unknown + "/taker", ""), ErrorCode.REPORT_NOT_FOUND);
        assertRefused(moderator.api().delete(unknown + "/taker"), ErrorCode.REPORT_NOT_FOUND);
        assertRefused(moderator.api().put(unknown + "/decision", decision), ErrorCode.REPORT_NOT_FOUND);
        assertThat(moderator.api().get(REPORTS + "/x").status()).isEqualTo(400);
    }

    private static Answer file(Member member, String type, String id) {
        return member.api()
                .post(
                        REPORTS,
                        Json.createObjectBuilder()
                                .add("subject_type", type)
                                .add("subject_id", id)
                                .add("reason", "other")
                                .add("note", "Have a look")
                                .build());
    }
}
