package com.aichatchronicles.collections;

import com.aichatchronicles.testing.Answer;
import com.aichatchronicles.testing.Member;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.util.UUID;

/** Collections for tests. */
final class Shelves {
    static final String PATH = "/api/v1/collections";

    private Shelves() {}

    static JsonObject body(String name, boolean shared) {
        return Json.createObjectBuilder()
                .add("name", name)
                .add("public", shared)
                .build();
    }

    /** @return the path of a new collection that holds these */
    static String make(Member owner, boolean shared, UUID... conversations) {
        Answer made = owner.api().post(PATH, body("Of " + owner.username(), shared));
        String path = PATH + "/" + made.body().getJsonObject("data").getString("id");
        for (UUID conversation : conversations) {
            Answer added = add(owner, path, conversation);
            if (added.status() != 200) {
                throw new IllegalStateException(added.text());
            }
        }
        return path;
    }

    static Answer add(Member who, String path, UUID conversation) {
        return who.api().put(path + "/conversations/" + conversation, JsonObject.EMPTY_JSON_OBJECT);
    }

    static Answer arrange(Member who, String path, Object... ids) {
        return who.api().put(path + "/conversations", order(ids));
    }

    static JsonObject order(Object... ids) {
        JsonArrayBuilder array = Json.createArrayBuilder();
        for (Object id : ids) {
            array.add(id.toString());
        }
        return Json.createObjectBuilder().add("conversations", array).build();
    }
}
