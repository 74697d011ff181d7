package com.aichatchronicles.conversations;

import com.aichatchronicles.testing.Answer;
import com.aichatchronicles.testing.Api;
import com.aichatchronicles.testing.Member;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/** Conversations for tests, made over HTTP. */
final class Sample {
    static final String PATH = "/api/v1/conversations";

    private Sample() {}

    /** @return a word that stands in no other text of the run */
    static String word() {
        String digits = UUID.randomUUID().toString().replace("-", "").substring(0, 16);
        StringBuilder letters = new StringBuilder("q");
        digits.chars().forEach(digit -> letters.append((char) ('b' + Character.digit(digit, 16))));
        return letters.toString();
    }

    /** @return a body with what is required and nothing else */
    static JsonObjectBuilder body(String title) {
        return Json.createObjectBuilder()
                .add("title", title)
                .add("content", "Some thoughts about " + title)
                .add("category", "Philosophy");
    }

    /** @return the published conversation */
    static JsonObject publish(Member author, String title) {
        return publish(author, body(title));
    }

    /** @return the published conversation */
    static JsonObject publish(Member author, JsonObjectBuilder body) {
        Answer answer = author.api().post(PATH, body.build());
        if (answer.status() != 201) {
            throw new IllegalStateException("Not published: " + answer.text());
        }
        return answer.body().getJsonObject("data");
    }

    /** @return an unpublished conversation */
    static JsonObject draft(Member author, String title) {
        return publish(author, body(title).add("published", false));
    }

    static String path(JsonObject conversation) {
        return PATH + "/" + conversation.getString("id");
    }

    /** @return the text as part of a path or query */
    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** @return the data of a single thing */
    static JsonObject data(Api api, String path) {
        return api.get(path).body().getJsonObject("data");
    }

    /** @return the titles on a page */
    static List<String> titles(Answer answer) {
        return answer.body().getJsonArray("data").getValuesAs(JsonObject.class).stream()
                .map(conversation -> conversation.getString("title"))
                .toList();
    }

    /** @return how many conversations the page's list has */
    static int total(Answer answer) {
        return answer.body().getJsonObject("pagination").getInt("total");
    }

    /** @return the ids on a page, or in the featured list */
    static List<String> ids(Answer answer) {
        return answer.body().getJsonArray("data").getValuesAs(JsonObject.class).stream()
                .map(conversation -> conversation.getString("id"))
                .toList();
    }
}
