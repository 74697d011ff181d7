package com.aichatchronicles.testing;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;

/**
 * What the server answered.
 *
 * @param status the HTTP status
 * @param headers by name, in any case
 * @param text the body as it came
 */
public record Answer(int status, HttpHeaders headers, String text) {
    static Answer of(HttpResponse<String> response) {
        return new Answer(response.statusCode(), response.headers(), response.body());
    }

    /** @return the first value of a header, or null */
    public String header(String name) {
        return headers.firstValue(name).orElse(null);
    }

    /** @return the body as a JSON object */
    public JsonObject body() {
        return json(text);
    }

    /** @return the object that a text holds */
    public static JsonObject json(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }
}
