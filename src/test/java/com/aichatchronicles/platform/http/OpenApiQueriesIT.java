package com.aichatchronicles.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.aichatchronicles.testing.Answer;
import com.aichatchronicles.testing.Api;
import com.aichatchronicles.testing.Deployments;
import com.aichatchronicles.testing.Member;
import com.aichatchronicles.testing.OpenApiDocument;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** That the limits of queries are those that the OpenAPI document tells. */
@ExtendWith(ArquillianExtension.class)
class OpenApiQueriesIT {
    private static final String CONVERSATIONS = "/api/v1/conversations";
    private static final List<String> LISTS =
            List.of(CONVERSATIONS, "/api/v1/profiles", "/api/v1/feed", "/api/v1/likes", "/api/v1/bookmarks");
    private static final OpenApiDocument DOCUMENT = OpenApiDocument.shipped();
    private static final JsonObject POST = Json.createObjectBuilder()
            .add("title", "A documented conversation")
            .add("content", "It exists to be compared with its schema.")
            .add("category", "Science")
            .add("tags", Json.createArrayBuilder().add("openapi"))
            .build();

    private static Member member;
    private static Api author;

    @Deployment(testable = false)
    static WebArchive war() {
        return Deployments.shippedWar();
    }

    @BeforeAll
    static void register() {
        member = Member.register();
        author = member.api();
    }

    @Test
    void theLimitsOfQueriesHold() {
        for (String operation : DOCUMENT.operations().keySet()) {
            if (LISTS.stream().anyMatch(list -> operation.startsWith("GET " + list))) {
                DOCUMENT.parameters(operation).stream()
                        .filter(parameter -> "query".equals(parameter.path("in").asString()))
                        .forEach(parameter -> limitsHold(operation.substring(4), parameter));
            }
        }
    }

    private static void limitsHold(String template, JsonNode parameter) {
        String name = parameter.path("name").asString();
        String path = template.replaceFirst("\\{.*}", example(template));
        String term = template.endsWith("/search") && !name.equals("q") ? "q=documented&" : "";
        beyond(parameter.path("schema")).forEach(value -> {
            Answer answer = author.get(path + '?' + term + name + '=' + value);
            assertThat(answer.status()).as(path + ' ' + name + ' ' + value).isEqualTo(400);
            assertThat(answer.body().getJsonArray("details").getJsonObject(0).getString("field"))
                    .isEqualTo(name);
        });
        within(parameter.path("schema"))
                .forEach(value -> assertThat(author.get(path + '?' + term + name + '=' + value)
                                .status())
                        .as(path + ' ' + name + ' ' + value)
                        .isNotEqualTo(400));
    }

    /** Values just outside the limits. */
    private static List<String> beyond(JsonNode schema) {
        List<String> values = new ArrayList<>();
        if (schema.has("minimum")) {
            values.add(String.valueOf(schema.path("minimum").asInt() - 1));
            values.add(String.valueOf(schema.path("maximum").asInt() + 1));
        }
        if (schema.has("maxLength")) {
            values.add("x".repeat(schema.path("maxLength").asInt() + 1));
        }
        if (schema.has("maxItems")) {
            values.add("id,".repeat(schema.path("maxItems").asInt() + 1));
        }
        if (schema.has("enum") || schema.path("items").has("enum")) {
            values.add("nonsense");
        }
        return values;
    }

    /** Values just inside the limits. */
    private static List<String> within(JsonNode schema) {
        List<String> values = new ArrayList<>();
        if (schema.has("minimum")) {
            values.add(schema.path("minimum").asString());
            values.add(schema.path("maximum").asString());
        }
        boolean free = schema.has("maxLength") && schema.path("maxLength").asInt() <= 200; // a cursor is not free
        if (free) {
            values.add("x".repeat(schema.path("maxLength").asInt()));
        }
        if (schema.has("maxItems")) {
            values.add("id,".repeat(schema.path("maxItems").asInt()));
        }
        schema.path("enum").forEach(choice -> values.add(choice.asString()));
        schema.path("items").path("enum").forEach(choice -> values.add(choice.asString()));
        return values;
    }

    private static String example(String template) {
        if (template.contains("{person}")) {
            return member.username();
        }
        return template.contains("category/") ? "Science" : publish();
    }

    private static String publish() {
        JsonObject post = Json.createObjectBuilder(POST)
                .add("content", "It exists to be compared: " + UUID.randomUUID())
                .build();
        return author.post(CONVERSATIONS, post).body().getJsonObject("data").getString("id");
    }
}
