package com.aichatchronicles.drafts;

import static com.aichatchronicles.testing.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import com.aichatchronicles.platform.errors.ErrorCode;
import com.aichatchronicles.platform.errors.FieldError;
import com.aichatchronicles.testing.Answer;
import com.aichatchronicles.testing.Api;
import com.aichatchronicles.testing.ChangedSetting;
import com.aichatchronicles.testing.Deployments;
import com.aichatchronicles.testing.Member;
import com.aichatchronicles.testing.Moderation;
import com.aichatchronicles.testing.Sql;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.TimeUnit;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What FINDINGS_POLICY does with a text, on each of the ways by which one becomes public. */
@ExtendWith(ArquillianExtension.class)
class FindingsPolicyIT {
    private static final String CONVERSATIONS = "/api/v1/conversations";
    private static final String TOKEN = "ghp_" + "0aA1bB2cC3dD4eE5fF6gG7hH8iI9jJ0kK1lL";
    private static final String TEXT = "It is " + TOKEN + " really";
    private static final String MASKED = "It is ghp_**************** really";
    private static final FieldError COMPLAINT = FieldError.of(
            "content",
            "seems to hold a github-token (line 1, offset 6, length 40): ghp_****************",
            "finding.token");

    private final Api author = Member.register().api();

    @Deployment(testable = false)
    static WebArchive war() {
        return Deployments.shippedWar();
    }

    @Test
    void aMaskHidesWhatBecomesPublicHoweverItDoes() throws Exception {
        String restored = withFormerText();
        ChangedSetting.during("FINDINGS_POLICY", "mask", () -> {
            Answer published = author.post(CONVERSATIONS, body(TEXT, true, null));
            String path = path(published);
            String draft = path(author.post(CONVERSATIONS, body(TEXT, false, null)));
            String scheduled = path(author.post(CONVERSATIONS, body(TEXT, false, null)));

            assertThat(published.body().getJsonArray("findings")).hasSize(1);
            assertMasked(path);
            assertThat(content(author, draft)).as("a draft").isEqualTo(TEXT);
            author.put(path, Answer.json("{\"content\":\"" + TEXT + "\"}"));
            assertMasked(path);
            author.put(draft, Answer.json("{\"published\":true}"));
            assertMasked(draft);
            author.post(restored + "/revisions/1/restore", JsonObject.EMPTY_JSON_OBJECT);
            assertMasked(restored);
            schedule(scheduled, false);
            await("SELECT published FROM public.conversations WHERE id = ?::uuid", scheduled);
            assertMasked(scheduled);
        });
    }

    @Test
    void whatModeratorsRestoreIsNotPublicBeforeItWasLookedAt() throws Exception {
        String withheld = path(author.post(CONVERSATIONS, body("Nothing in it yet", true, null)));
        Moderation.take("conversation", id(withheld), "unpublish");
        ChangedSetting.during("FINDINGS_POLICY", "mask", () -> {
            author.put(withheld, Answer.json("{\"content\":\"" + TEXT + "\"}"));
            Moderation.take("conversation", id(withheld), "restore");
            assertMasked(withheld);
        });
    }

    @Test
    void whoConfirmsIsNotMasked() throws Exception {
        String restored = withFormerText();
        ChangedSetting.during("FINDINGS_POLICY", "mask", () -> {
            assertConfirmedStaysAsItIs(restored);
        });
    }

    @Test
    void whoConfirmsIsNotRefused() throws Exception {
        String restored = withFormerText();
        ChangedSetting.during("FINDINGS_POLICY", "refuse", () -> {
            assertConfirmedStaysAsItIs(restored);
        });
    }

    @Test
    void aRefusalLeavesEverythingAsItWas() throws Exception {
        String restored = withFormerText();
        ChangedSetting.during("FINDINGS_POLICY", "refuse", () -> {
            String path = path(author.post(CONVERSATIONS, body("Nothing in it yet", true, null)));
            String draft = path(author.post(CONVERSATIONS, body(TEXT, false, null)));
            String scheduled = path(author.post(CONVERSATIONS, body(TEXT, false, null)));

            assertRefused(
                    author.post(CONVERSATIONS, body(TEXT, true, null)), ErrorCode.FINDINGS_NOT_CONFIRMED, COMPLAINT);
            assertRefused(
                    author.put(path, Answer.json("{\"content\":\"" + TEXT + "\"}")),
                    ErrorCode.FINDINGS_NOT_CONFIRMED,
                    COMPLAINT);
            assertThat(content(Api.anonymous(), path)).isEqualTo("Nothing in it yet");
            assertRefused(
                    author.put(draft, Answer.json("{\"published\":true}")),
                    ErrorCode.FINDINGS_NOT_CONFIRMED,
                    COMPLAINT);
            assertRefused(Api.anonymous().get(draft), ErrorCode.CONVERSATION_NOT_FOUND);
            assertRefused(
                    author.post(restored + "/revisions/1/restore", JsonObject.EMPTY_JSON_OBJECT),
                    ErrorCode.FINDINGS_NOT_CONFIRMED,
                    COMPLAINT);
            assertThat(content(Api.anonymous(), restored)).isEqualTo("Without anything");
            schedule(scheduled, false);
            await(
                    "SELECT refused_at IS NOT NULL FROM chronicles.scheduled_publications"
                            + " WHERE conversation_id = ?::uuid",
                    scheduled);
            assertRefused(Api.anonymous().get(scheduled), ErrorCode.CONVERSATION_NOT_FOUND);
        });
    }

    private void assertConfirmedStaysAsItIs(String restored) throws Exception {
        Answer published = author.post(CONVERSATIONS, body(TEXT, true, true));
        String path = path(published);
        String draft = path(author.post(CONVERSATIONS, body(TEXT, false, null)));
        String scheduled = path(author.post(CONVERSATIONS, body(TEXT, false, null)));

        assertThat(published.body().getJsonArray("findings")).hasSize(1);
        author.put(path, Answer.json("{\"content\":\"" + TEXT + "!\",\"confirm_findings\":true}"));
        assertThat(content(Api.anonymous(), path)).isEqualTo(TEXT + "!");
        author.put(draft, Answer.json("{\"published\":true,\"confirm_findings\":true}"));
        assertThat(content(Api.anonymous(), draft)).isEqualTo(TEXT);
        author.post(restored + "/revisions/1/restore", Answer.json("{\"confirm_findings\":true}"));
        assertThat(content(Api.anonymous(), restored)).isEqualTo(TEXT);
        schedule(scheduled, true);
        await("SELECT published FROM public.conversations WHERE id = ?::uuid", scheduled);
        assertThat(content(Api.anonymous(), scheduled)).isEqualTo(TEXT);
    }

    private static void assertMasked(String path) {
        JsonObject read = Api.anonymous().get(path).body().getJsonObject("data");
        assertThat(read.getString("content")).isEqualTo(MASKED);
        assertThat(read.toString()).doesNotContain(TOKEN.substring(5));
    }

    /** @return the path of a conversation whose first text had a token in it and whose present one has none */
    private String withFormerText() {
        String path = path(author.post(CONVERSATIONS, body(TEXT, true, true)));
        author.put(path, Answer.json("{\"content\":\"Without anything\"}"));
        return path;
    }

    /** Lets the time of a scheduled draft come, behind the server's back. */
    private void schedule(String path, boolean confirmed) {
        JsonObject schedule = Json.createObjectBuilder()
                .add("publish_at", Instant.now().plus(1, ChronoUnit.HOURS).toString())
                .add("confirm_findings", confirmed)
                .build();
        assertThat(author.put(path + "/schedule", schedule).status()).isEqualTo(200);
        Sql.update(
                "UPDATE chronicles.scheduled_publications SET publish_at = now() WHERE conversation_id = ?::uuid",
                id(path));
    }

    private static void await(String condition, String path) throws InterruptedException {
        Instant deadline = Instant.now().plusSeconds(60);
        while (!"t".equals(Sql.text(condition, id(path)))) {
            assertThat(Instant.now()).as(condition).isBefore(deadline);
            TimeUnit.MILLISECONDS.sleep(200);
        }
    }

    private static JsonObject body(String content, boolean published, Boolean confirmed) {
        return Json.createObjectBuilder()
                .add("title", "On what one lets slip")
                .add("content", content)
                .add("category", "Technology")
                .add("published", published)
                .add("confirm_findings", Boolean.TRUE.equals(confirmed))
                .build();
    }

    private static String content(Api reader, String path) {
        return reader.get(path).body().getJsonObject("data").getString("content");
    }

    private static String path(Answer made) {
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        return CONVERSATIONS + "/" + made.body().getJsonObject("data").getString("id");
    }

    private static String id(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
