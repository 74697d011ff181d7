package com.aichatchronicles.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.aichatchronicles.testing.Answer;
import com.aichatchronicles.testing.Api;
import com.aichatchronicles.testing.Community;
import com.aichatchronicles.testing.Deployments;
import com.aichatchronicles.testing.Member;
import com.aichatchronicles.testing.OpenApiDocument;
import com.aichatchronicles.testing.Statements;
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

/** That no page of any list that the OpenAPI document describes costs more than two statements, the first or a later one. */
@ExtendWith(ArquillianExtension.class)
class PagedListsIT {
    private static final Set<String> PAGING = Set.of("page", "cursor");
    private static final String CATEGORY = "Category " + UUID.randomUUID();

    /** One that may read every list, so that none is refused before it costs anything. */
    private final Member reader = Member.admin();

    @Deployment(testable = false)
    static WebArchive war() {
        return Deployments.shippedWar();
    }

    @Test
    void aPageOfAnyListCostsAtMostTwoStatements() {
        UUID conversation = Community.publish(Member.register());
        UUID comment = Community.comment(Member.register(), conversation);
        for (int i = 0; i < 3; i++) {
            JsonObject title = Answer.json("{\"title\":\"Title number " + i + "\"}");
            assertThat(reader.api().put(Community.path(conversation), title).status())
                    .isEqualTo(200);
        }
        String seminar = announceSeminar();
        String collection = makeCollection();

        for (String list : lists()) {
            String path = list.replace("{category}", "Philosophy")
                    .replace("{userId}", reader.id().toString())
                    .replace("{person}", reader.id().toString())
                    .replace("/seminars/{id}", "/seminars/" + seminar)
                    .replace("/collections/{id}", "/collections/" + collection)
                    .replace("/comments/{id}", "/comments/" + comment)
                    .replace("{id}", conversation.toString());
            String query = path.endsWith("/search") ? "?q=thoughts&" : "?";
            assertThat(cost(path + query + "page=1")).as(list).hasSizeBetween(1, 2);
            assertThat(cost(path + query + "page=2")).as("page 2 of " + list).hasSizeBetween(1, 2);
        }
        assertThat(cost(Community.path(conversation) + "/links?page=1")).hasSizeBetween(1, 2);
    }

    /** Each repetition asks for another number of things, so that no cache answers. */
    private List<String> cost(String page) {
        Api api = reader.api();
        return Statements.of(i -> {
            String path = page + "&limit=" + (2 + i);
            assertThat(api.get(path).status()).as(path).isEqualTo(200);
        });
    }

    private static Set<String> lists() {
        OpenApiDocument document = OpenApiDocument.shipped();
        Set<String> lists = document.operations().keySet().stream()
                .filter(operation -> operation.startsWith("GET /api/"))
                .filter(operation -> document.parameters(operation).stream()
                        .anyMatch(parameter ->
                                PAGING.contains(parameter.path("name").asString(""))))
                .map(operation -> operation.substring("GET ".length()))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(lists).hasSizeGreaterThan(20);
        return lists;
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
