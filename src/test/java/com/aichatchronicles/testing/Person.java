package com.aichatchronicles.testing;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.UUID;

/**
 * Somebody with an account, signed in.
 *
 * @param id the account
 * @param name the full name
 * @param username the handle, unique in the run
 * @param email the address
 * @param api a client that speaks for this person
 */
public record Person(UUID id, String name, String username, String email, Api api) {
    private static final String PASSWORD = "A-passw0rd-of-tests";

    private static Person admin;

    /** @return a new person with the role user */
    public static Person register() {
        String username = "p" + UUID.randomUUID().toString().replace("-", "").substring(0, 20);
        String email = username + "@example.org";
        String name = "Person " + username;
        JsonObject registration = Json.createObjectBuilder()
                .add("email", email)
                .add("password", PASSWORD)
                .add("full_name", name)
                .add("username", username)
                .build();
        return signedIn(Api.anonymous().post("/api/v1/auth/register", registration), 201);
    }

    /** @return the first administrator of the run, in one session for all tests */
    public static synchronized Person admin() {
        if (admin == null) {
            JsonObject credentials = Json.createObjectBuilder()
                    .add("email", TestServer.ADMIN_EMAIL)
                    .add("password", TestServer.ADMIN_PASSWORD)
                    .build();
            admin = signedIn(Api.anonymous().post("/api/v1/auth/login", credentials), 200);
        }
        return admin;
    }

    private static Person signedIn(Answer answer, int status) {
        if (answer.status() != status) {
            throw new IllegalStateException("Nobody was signed in: " + answer.text());
        }
        JsonObject body = answer.body();
        JsonObject profile = body.getJsonObject("data").getJsonObject("profile");
        return new Person(
                UUID.fromString(body.getJsonObject("data").getJsonObject("user").getString("id")),
                profile.getString("full_name", null),
                profile.getString("username", null),
                body.getJsonObject("data").getJsonObject("user").getString("email"),
                Api.anonymous().as(body.getString("token")));
    }
}
