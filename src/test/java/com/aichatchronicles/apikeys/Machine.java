package com.aichatchronicles.apikeys;

import com.aichatchronicles.testing.Answer;
import com.aichatchronicles.testing.Api;
import com.aichatchronicles.testing.Member;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;

/** A machine with a key of somebody's. */
final class Machine {
    static final String KEYS = "/api/v1/auth/api-keys";

    private Machine() {}

    /** @return what asks for a key with these scopes */
    static JsonObject wanted(String... scopes) {
        JsonArrayBuilder array = Json.createArrayBuilder();
        for (String scope : scopes) {
            array.add(scope);
        }
        return Json.createObjectBuilder()
                .add("name", "A machine")
                .add("scopes", array)
                .build();
    }

    /** @return a new key */
    static JsonObject key(Member owner, String... scopes) {
        Answer answer = owner.api().post(KEYS, wanted(scopes));
        if (answer.status() != 201) {
            throw new IllegalStateException(answer.text());
        }
        return answer.body().getJsonObject("data");
    }

    /** @return a client with a new key */
    static Api of(Member owner, String... scopes) {
        return Api.anonymous().as(key(owner, scopes).getString("key"));
    }
}
