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
import com.aichatchronicles.testing.Statements;
import com.aichatchronicles.testing.Talk;
import com.aichatchronicles.testing.Together;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArquillianExtension.class)
class LinksIT {
    private static final String CONVERSATIONS = "/api/v1/conversations";

    @Deployment(testable = false)
    static WebArchive war() {
        return Deployments.shippedWar();
    }

    private final Member author = Member.register();
    private final JsonObject draft = Talk.conversation(author, "A text for a few readers", false);
    private final String path = CONVERSATIONS + "/" + draft.getString("id");

    private JsonObject link(String body) {
        Answer answer = author.api().post(path + "/links", Answer.json(body));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        assertThat(answer.header("Cache-Control")).isEqualTo("private, no-store");
        JsonObject link = answer.body().getJsonObject("data");
        assertThat(answer.header("Location")).endsWith(link.getString("path"));
        return link;
    }

    @Test
    void whoHoldsALinkReadsTheDraft() {
        JsonObject link = link("{}");

        Answer read = Api.anonymous().get(link.getString("path"));

        assertThat(read.status()).isEqualTo(200);
        assertThat(read.body().getJsonObject("data").getString("content")).isEqualTo("A text for a few readers");
        assertThat(read.body().getJsonObject("data").getBoolean("published")).isFalse();
        assertThat(read.header("Cache-Control")).isEqualTo("private, no-store");
        assertThat(read.header("X-Robots-Tag")).contains("noindex");
        assertRefused(Api.anonymous().get(path), ErrorCode.CONVERSATION_NOT_FOUND);
        assertThat(Api.anonymous().get(CONVERSATIONS + "/user/" + author.id()).text())
                .doesNotContain(draft.getString("id"));
    }

    @Test
    void theSecretIsToldOnceAndKeptNowhere() {
        String token = link("{}").getString("token");

        Answer list = author.api().get(path + "/links");

        assertThat(token).hasSize(43);
        assertThat(list.body().getJsonArray("data")).hasSize(1);
        assertThat(list.text()).doesNotContain(token).doesNotContain("path");
        assertThat(Sql.text("SELECT string_agg(l::text, ' ') FROM chronicles.secret_links l"))
                .doesNotContain(token);
    }

    @Test
    void aRevokedLinkHoldsNoMore() {
        JsonObject link = link("{}");
        JsonObject other = link("{}");

        Answer revoked = author.api().delete(path + "/links/" + link.getString("id"));

        assertThat(revoked.status()).isEqualTo(200);
        assertRefused(Api.anonymous().get(link.getString("path")), ErrorCode.LINK_NOT_FOUND);
        assertThat(Api.anonymous().get(other.getString("path")).status()).isEqualTo(200);
        assertRefused(author.api().delete(path + "/links/" + link.getString("id")), ErrorCode.LINK_NOT_FOUND);
    }

    @Test
    void aLinkEndsOnEveryServerWhateverAReaderHasKept() throws Exception {
        JsonObject revoked = link("{}");
        JsonObject expired = link("{\"expires_at\":\"2090-01-01T00:00:00Z\"}");
        List<Api> servers = List.of(Api.anonymous(), SecondServer.shared().api());
        List<Api> returning = new ArrayList<>();
        for (Api server : servers) {
            for (JsonObject link : List.of(revoked, expired)) {
                String tag = server.get(link.getString("path")).header("ETag");
                returning.add(server.with("If-None-Match", tag));
            }
        }
        assertThat(returning)
                .allMatch(reader -> reader.get(revoked.getString("path")).status() == 304);

        author.api().delete(path + "/links/" + revoked.getString("id"));
        Sql.update("UPDATE chronicles.secret_links SET expires_at = now() WHERE id = ?::uuid", expired.getString("id"));

        for (Api reader : returning) {
            assertRefused(reader.get(revoked.getString("path")), ErrorCode.LINK_NOT_FOUND);
            assertRefused(reader.get(expired.getString("path")), ErrorCode.LINK_NOT_FOUND);
            assertRefused(reader.with("If-None-Match", "*").get(revoked.getString("path")), ErrorCode.LINK_NOT_FOUND);
        }
    }

    @Test
    void whatIsReadByALinkIsFoundNowhereElse() {
        String word = "Heffalump" + draft.getString("id").replace("-", "");
        author.api().put(path, Answer.json("{\"title\":\"On the " + word + "\",\"tags\":[\"" + word + "\"]}"));
        assertThat(Api.anonymous().get(link("{}").getString("path")).text()).contains(word);

        for (Api reader : List.of(
                Api.anonymous(),
                Member.register().api(),
                Member.register("moderator").api())) {
            for (String list : List.of(
                    CONVERSATIONS + "?limit=100",
                    CONVERSATIONS + "?tags=" + word,
                    CONVERSATIONS + "/search?q=" + word,
                    CONVERSATIONS + "/user/" + author.id(),
                    "/api/v1/profiles/" + author.id() + "/conversations",
                    "/api/v1/tags?prefix=" + word)) {
                Answer answer = reader.get(list);
                assertThat(answer.status()).as(list).isEqualTo(200);
                assertThat(answer.body().getJsonArray("data").toString())
                        .as(list)
                        .doesNotContain(word);
            }
            assertRefused(reader.get(path), ErrorCode.CONVERSATION_NOT_FOUND);
            assertRefused(reader.get(path + "/comments"), ErrorCode.CONVERSATION_NOT_FOUND);
        }
    }

    @Test
    void aListOfLinksCostsTwoStatementsAndALinkTwo() {
        JsonObject link = link("{}");
        link("{}");

        assertThat(Statements.of(i -> author.api().get(path + "/links"))).hasSize(2);
        assertThat(Statements.of(i -> Api.anonymous().get(link.getString("path"))))
                .hasSize(2);
    }

    @Test
    void anExpiredLinkHoldsNoMore() {
        JsonObject link = link("{\"expires_at\":\"2090-01-01T00:00:00Z\"}");
        assertThat(link.getString("expires_at")).isEqualTo("2090-01-01T00:00:00Z");
        assertThat(Api.anonymous().get(link.getString("path")).status()).isEqualTo(200);

        Sql.update(
                "UPDATE chronicles.secret_links SET expires_at = now() - interval '1 second' WHERE id = ?::uuid",
                link.getString("id"));

        assertRefused(Api.anonymous().get(link.getString("path")), ErrorCode.LINK_NOT_FOUND);
        assertThat(author.api().get(path + "/links").body().getJsonArray("data"))
                .isEmpty();
    }

    @Test
    void whoHoldsALinkSeesAnEditAtOnce() {
        JsonObject link = link("{}");
        Answer before = Api.anonymous().get(link.getString("path"));
        author.api().put(path, Answer.json("{\"title\":\"Another title\"}"));

        Answer after =
                Api.anonymous().with("If-None-Match", before.header("ETag")).get(link.getString("path"));

        assertThat(after.status()).isEqualTo(200);
        assertThat(after.body().getJsonObject("data").getString("title")).isEqualTo("Another title");
        author.api().delete(path);
        assertRefused(Api.anonymous().get(link.getString("path")), ErrorCode.LINK_NOT_FOUND);
    }

    @Test
    void onlyTheAuthorAndAdminsHaveLinks() {
        String one = path + "/links/" + link("{}").getString("id");

        assertRefused(Api.anonymous().get(path + "/links"), ErrorCode.MISSING_TOKEN);
        assertRefused(Api.anonymous().post(path + "/links", Answer.json("{}")), ErrorCode.MISSING_TOKEN);
        assertRefused(Api.anonymous().delete(one), ErrorCode.MISSING_TOKEN);
        for (Member other : List.of(Member.register(), Member.register("moderator"))) {
            assertRefused(other.api().get(path + "/links"), ErrorCode.CONVERSATION_NOT_FOUND);
            assertRefused(other.api().post(path + "/links", Answer.json("{}")), ErrorCode.CONVERSATION_NOT_FOUND);
            assertRefused(other.api().delete(one), ErrorCode.CONVERSATION_NOT_FOUND);
        }
        author.api().put(path, Answer.json("{\"published\":true}"));
        assertRefused(Member.register().api().get(path + "/links"), ErrorCode.UNAUTHORIZED_UPDATE);
        assertThat(Member.admin().api().get(path + "/links").status()).isEqualTo(200);
    }

    @Test
    void thereAreTwentyLinksAtMostHoweverManyAreAskedForAtOnce() throws Exception {
        List<Integer> statuses = Together.run(
                30, () -> author.api().post(path + "/links", Answer.json("{}")).status());

        assertThat(statuses).filteredOn(status -> status == 201).hasSize(20);
        assertThat(statuses).filteredOn(status -> status == 409).hasSize(10);
    }

    @Test
    void aGuessLeadsNowhere() {
        for (String guess : List.of("x", "%00", "a".repeat(43), "a".repeat(2000), "%F0%9F%98%80", "'--")) {
            Answer answer = Api.anonymous().get("/api/v1/shared/" + guess);
            assertThat(answer.status()).as(guess).isIn(400, 404);
        }
        assertRefused(Api.anonymous().get("/api/v1/shared/" + "a".repeat(43)), ErrorCode.LINK_NOT_FOUND);
        assertRefused(
                author.api().post(path + "/links", Answer.json("{\"expires_at\":\"2020-01-01T00:00:00Z\"}")),
                ErrorCode.VALIDATION_ERROR,
                FieldError.of("expires_at", "must be in the future", "date.format"));
    }

    @Test
    void aLinkDoesNotShowWhatModeratorsWithhold() {
        JsonObject link = link("{}");

        Sql.update("UPDATE public.conversations SET withheld_at = now() WHERE id = ?::uuid", draft.getString("id"));

        assertRefused(Api.anonymous().get(link.getString("path")), ErrorCode.LINK_NOT_FOUND);
    }
}
