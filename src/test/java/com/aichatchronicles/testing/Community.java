package com.aichatchronicles.testing;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Things that readers like, keep and talk about, and the pages that list them. */
public final class Community {
    private static final String CONVERSATIONS = "/api/v1/conversations";

    private Community() {}

    /** @return a new conversation that everybody sees */
    public static UUID publish(Member author) {
        return write(author, true);
    }

    /** @return a new conversation that its author alone sees */
    public static UUID draft(Member author) {
        return write(author, false);
    }

    /** Makes a published conversation a draft again. */
    public static void takeBack(Member author, UUID conversation) {
        done(author.api().put(path(conversation), Answer.json("{\"published\":false}")), 200);
    }

    /** @return a new comment */
    public static UUID comment(Member author, UUID conversation) {
        UUID id = UUID.randomUUID();
        Sql.update(
                "INSERT INTO public.comments (id, conversation_id, author_id, content) VALUES (?, ?, ?, ?)",
                id,
                conversation,
                author.id(),
                "Indeed, " + id);
        return id;
    }

    /** @return where the conversation is */
    public static String path(UUID conversation) {
        return CONVERSATIONS + "/" + conversation;
    }

    /** @return the one thing of an answer */
    public static JsonObject data(Answer answer) {
        return done(answer, 200).body().getJsonObject("data");
    }

    /** @return a member of each thing on a page, in their order */
    public static List<String> texts(Answer page, String member) {
        return done(page, 200).body().getJsonArray("data").getValuesAs(JsonObject.class).stream()
                .map(thing -> thing.getString(member))
                .toList();
    }

    /** @return how many things the page's list holds */
    public static int total(Answer page) {
        return done(page, 200).body().getJsonObject("pagination").getInt("total");
    }

    /** @return a member of each thing in a list, read page by page, two on each */
    public static List<String> walk(Api api, String path, String member) {
        List<String> all = new ArrayList<>();
        Answer page = api.get(path + "?limit=2");
        all.addAll(texts(page, member));
        while (page.body().getJsonObject("pagination").getBoolean("hasNextPage")) {
            String cursor = page.body().getJsonObject("pagination").getString("nextCursor");
            page = api.get(path + "?limit=2&cursor=" + cursor);
            all.addAll(texts(page, member));
        }
        return all;
    }

    private static UUID write(Member author, boolean published) {
        String word = UUID.randomUUID().toString();
        JsonObject body = Json.createObjectBuilder()
                .add("title", "On " + word)
                .add("content", "Some thoughts about " + word)
                .add("category", "Philosophy")
                .add("published", published)
                .build();
        Answer answer = done(author.api().post(CONVERSATIONS, body), 201);
        return UUID.fromString(answer.body().getJsonObject("data").getString("id"));
    }

    private static Answer done(Answer answer, int status) {
        if (answer.status() != status) {
            throw new IllegalStateException(answer.status() + " " + answer.text());
        }
        return answer;
    }
}
