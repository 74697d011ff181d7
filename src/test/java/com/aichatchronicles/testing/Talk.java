package com.aichatchronicles.testing;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.UUID;

/** Conversations and comments on them, made over HTTP, each with a text of its own. */
public final class Talk {
    /** Where conversations are. */
    public static final String CONVERSATIONS = "/api/v1/conversations/";

    /** Where comments are. */
    public static final String COMMENTS = "/api/v1/comments/";

    /** What all the conversations are called. */
    public static final String TITLE = "To be talked about";

    private Talk() {}

    /** @return the id of a new conversation that the world sees */
    public static String publish(Member author) {
        return conversation(author, text(), true).getString("id");
    }

    /** @return the id of a new draft */
    public static String draft(Member author) {
        return conversation(author, text(), false).getString("id");
    }

    /** @return the new comment */
    public static JsonObject comment(Member author, String conversation) {
        return data(author.api().post(comments(conversation), body(text(), null)));
    }

    /** @return the new comment, which answers another */
    public static JsonObject reply(Member author, JsonObject parent) {
        String conversation = parent.getString("conversation_id");
        return data(author.api().post(comments(conversation), body(text(), parent.getString("id"))));
    }

    /** @return what posts a comment; the parent may be null */
    public static JsonObject body(String content, String parent) {
        JsonObjectBuilder body = Json.createObjectBuilder().add("content", content);
        return (parent == null ? body : body.add("parent_id", parent)).build();
    }

    /** @return the path of a conversation's comments */
    public static String comments(String conversation) {
        return CONVERSATIONS + conversation + "/comments";
    }

    /** @return the path of a comment */
    public static String path(JsonObject comment) {
        return COMMENTS + comment.getString("id");
    }

    /** @return a text that nobody else posts */
    public static String text() {
        return "Some words " + UUID.randomUUID();
    }

    /** @return the data of an answer that must have succeeded */
    public static JsonObject data(Answer answer) {
        if (!answer.body().getBoolean("success")) {
            throw new IllegalStateException(answer.text());
        }
        return answer.body().getJsonObject("data");
    }

    /** @return the things of a page */
    public static List<JsonObject> list(Answer answer) {
        if (!answer.body().getBoolean("success")) {
            throw new IllegalStateException(answer.text());
        }
        return answer.body().getJsonArray("data").getValuesAs(JsonObject.class);
    }

    /** @return the ids on a page */
    public static List<String> ids(Answer answer) {
        return list(answer).stream().map(thing -> thing.getString("id")).toList();
    }

    /** @return the cursor behind a page, or null */
    public static String next(Answer answer) {
        return answer.body().getJsonObject("pagination").getString("nextCursor", null);
    }

    /** @return a new conversation of that text, as its author sees it */
    public static JsonObject conversation(Member author, String content, boolean published) {
        JsonObject body = Json.createObjectBuilder()
                .add("title", TITLE)
                .add("content", content)
                .add("category", "Philosophy")
                .add("published", published)
                .build();
        return data(author.api().post("/api/v1/conversations", body));
    }
}
