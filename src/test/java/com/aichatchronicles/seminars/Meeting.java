package com.aichatchronicles.seminars;

import com.aichatchronicles.testing.Answer;
import com.aichatchronicles.testing.Member;
import com.aichatchronicles.testing.Sql;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/** Seminars for tests, made over HTTP. */
final class Meeting {
    static final String PATH = "/api/v1/seminars";
    static final String ADDRESS = "https://meet.example.org/room";

    private Meeting() {}

    /** @return a time that many hours from now, in whole seconds */
    static Instant inHours(int hours) {
        return Instant.now().truncatedTo(ChronoUnit.SECONDS).plus(hours, ChronoUnit.HOURS);
    }

    static JsonObjectBuilder body(String title) {
        return Json.createObjectBuilder()
                .add("title", title)
                .add("description", "What we do at " + title)
                .add("scheduled_at", inHours(48).toString())
                .add("category", "Philosophy")
                .add("meeting_url", ADDRESS);
    }

    static JsonObject announce(Member host, JsonObjectBuilder body) {
        Answer answer = host.api().post(PATH, body.build());
        if (answer.status() != 201) {
            throw new IllegalStateException("Not announced: " + answer.text());
        }
        return answer.body().getJsonObject("data");
    }

    static JsonObject announce(Member host, String title) {
        return announce(host, body(title));
    }

    static String path(JsonObject seminar) {
        return PATH + "/" + seminar.getString("id");
    }

    static JsonObject data(Answer answer) {
        return answer.body().getJsonObject("data");
    }

    static List<String> titles(Answer answer) {
        return answer.body().getJsonArray("data").getValuesAs(JsonObject.class).stream()
                .map(seminar -> seminar.getString("title"))
                .toList();
    }

    /** @return a category that no other test uses */
    static String category() {
        return "Category " + UUID.randomUUID();
    }

    /** Moves a seminar in time, behind the server's back. */
    static void move(JsonObject seminar, String interval) {
        Sql.update(
                "UPDATE public.seminars SET scheduled_at = now() + ?::interval WHERE id = ?::uuid",
                interval,
                seminar.getString("id"));
    }
}
