package com.aichatchronicles.testing;

import jakarta.json.Json;
import jakarta.json.JsonObject;

/** What moderators do, done over HTTP. */
public final class Moderation {
    private Moderation() {}

    /** Has an admin take a measure, which must succeed, against a subject of that type. */
    public static void take(String type, String id, String measure) {
        JsonObject body = Json.createObjectBuilder()
                .add("subject_type", type)
                .add("subject_id", id)
                .add("measure", measure)
                .add("reason", "Because of it")
                .build();
        Answer answer = Member.admin().api().post("/api/v1/moderation/measures", body);
        if (answer.status() != 201) {
            throw new IllegalStateException(answer.status() + " " + answer.text());
        }
    }
}
