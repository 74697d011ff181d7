package com.aichatchronicles.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.aichatchronicles.testing.Answer;
import com.aichatchronicles.testing.Api;
import com.aichatchronicles.testing.Deployments;
import com.aichatchronicles.testing.Member;
import com.aichatchronicles.testing.OpenApiDocument;
import com.aichatchronicles.testing.Statements;
import com.aichatchronicles.testing.Talk;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** That no page of any list in the OpenAPI document costs more than two statements, be it the first or a later one. */
@ExtendWith(ArquillianExtension.class)
class PagedListsIT {
    private static final String CATEGORY = "Category " + UUID.randomUUID();

    /** One that may read every list, so that none is refused before it costs anything. */
    private final Member reader = Member.admin();

    @Deployment(testable = false)
    static WebArchive war() {
        return Deployments.shippedWar();
    }

    @Test
    void aPageOfAnyListCostsAtMostTwoStatements() {
        String conversation = Talk.publish(Member.register());
        JsonObject comment = talk(conversation);
        String seminar = announceSeminar();
        String collection = makeCollection();
        Set<String> numbered = lists("page");
        Set<String> all = lists("cursor");
        all.addAll(numbered);
        assertThat(all).hasSizeGreaterThan(20);

        for (String list : all) {
            String path = list.replace("{category}", "Philosophy")
                    .replace("{userId}", reader.id().toString())
                    .replace("{person}", reader.id().toString())
                    .replace("/seminars/{id}", "/seminars/" + seminar)
                    .replace("/collections/{id}", "/collections/" + collection)
                    .replace("/comments/{id}", "/comments/" + comment.getString("id"))
                    .replace("{id}", conversation);
            String query = path + (path.endsWith("/search") ? "?q=talked&" : "?");
            assertThat(cost(query)).as(list).hasSizeBetween(1, 2);
            if (numbered.contains(list)) {
                assertThat(cost(query + "page=2&")).as("page 2 of " + list).hasSizeBetween(1, 2);
            }
            String cursor = next(query);
            if (cursor != null) {
                assertThat(cost(query + "cursor=" + cursor + "&"))
                        .as("behind the first of " + list)
                        .hasSizeBetween(1, 2);
            }
        }
        assertThat(cost(Talk.CONVERSATIONS + conversation + "/links?")).hasSizeBetween(1, 2);
    }

    /** @return a comment with replies, among others, on what was edited thrice */
    private JsonObject talk(String conversation) {
        Member author = Member.register();
        JsonObject comment = Talk.comment(author, conversation);
        for (int i = 0; i < 3; i++) {
            Talk.comment(author, conversation);
            Talk.reply(author, comment);
            JsonObject title = Answer.json("{\"title\":\"To be talked about " + i + "\"}");
            Talk.data(reader.api().put(Talk.CONVERSATIONS + conversation, title));
        }
        return comment;
    }

    private String next(String query) {
        return Talk.next(reader.api().get(query + "limit=1"));
    }

    /** Each repetition asks for another number of things, so that no cache answers. */
    private List<String> cost(String query) {
        Api api = reader.api();
        return Statements.of(i -> {
            String path = query + "limit=" + (2 + i);
            assertThat(api.get(path).status()).as(path).isEqualTo(200);
        });
    }

    private static Set<String> lists(String parameter) {
        OpenApiDocument document = OpenApiDocument.shipped();
        return document.operations().keySet().stream()
                .filter(operation -> operation.startsWith("GET /api/"))
                .filter(operation -> document.parameters(operation).stream()
                        .anyMatch(one -> parameter.equals(one.path("name").asString(""))))
                .map(operation -> operation.substring("GET ".length()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private String announceSeminar() {
        return make(
                "/api/v1/seminars",
                Json.createObjectBuilder()
                        .add("title", "Of many pages")
                        .add("description", "Where we turn pages")
                        .add(
                                "scheduled_at",
                                Instant.now().plus(2, ChronoUnit.DAYS).toString())
                        .add("category", CATEGORY)
                        .build());
    }

    private String makeCollection() {
        return make(
                "/api/v1/collections",
                Json.createObjectBuilder()
                        .add("name", CATEGORY)
                        .add("public", true)
                        .build());
    }

    private String make(String path, JsonObject body) {
        Answer made = reader.api().post(path, body);
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        return made.body().getJsonObject("data").getString("id");
    }
}
