package com.aichatchronicles.testing;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * Someone with an account of their own, signed in: each test makes the people it needs.
 *
 * @param id the account's id
 * @param email the address, in lower case
 * @param username the handle, unique in the run; null if none was asked for
 * @param token the access token
 * @param refreshToken the refresh token of the same session
 */
public record Member(UUID id, String email, String username, String token, String refreshToken) {
    /** The password of them all. */
    public static final String PASSWORD = "Correct-horse-7";

    private static final Duration GOOD_FOR = Duration.ofMinutes(5);

    private static Member admin;
    private static Instant adminSignedIn;

    /**
     * @return an account with a name and username that nobody else has, and the role user. It looks a year old, so that
     *     the brakes on new accounts don't apply
     */
    public static Member register() {
        Member member = registerNew();
        Sql.update("UPDATE auth.users SET created_at = created_at - interval '1 year' WHERE id = ?", member.id());
        return member;
    }

    /** @return an account that is as new as it looks, else like those of {@link #register()} */
    public static Member registerNew() {
        String username = newUsername();
        JsonObject registration = Json.createObjectBuilder(registration(newEmail()))
                .add("full_name", nameOf(username))
                .add("username", username)
                .build();
        return of(Api.anonymous().post("/api/v1/auth/register", registration));
    }

    /** @return a new account with that role, signed in after it was given */
    public static Member register(String role) {
        Member member = register();
        member.give(role);
        return member.signIn();
    }

    /** @return the first administrator of the run, with a token that outlives any test: all together take longer */
    public static synchronized Member admin() {
        if (admin == null || Instant.now().isAfter(adminSignedIn.plus(GOOD_FOR))) {
            adminSignedIn = Instant.now();
            JsonObject credentials = credentials(TestServer.ADMIN_EMAIL, TestServer.ADMIN_PASSWORD);
            admin = of(Api.anonymous().post("/api/v1/auth/login", credentials));
        }
        return admin;
    }

    /** @return an address that nobody has */
    public static String newEmail() {
        return "m" + UUID.randomUUID().toString().replace("-", "") + "@example.org";
    }

    /** @return a username that nobody has */
    public static String newUsername() {
        return "U" + UUID.randomUUID().toString().replace("-", "").substring(0, 20);
    }

    /** @return what makes an account with that address, no more than is required */
    public static JsonObject registration(String email) {
        return Json.createObjectBuilder(credentials(email, PASSWORD))
                .add("full_name", "Test Member")
                .build();
    }

    /** @return what signs in */
    public static JsonObject credentials(String email, String password) {
        return Json.createObjectBuilder()
                .add("email", email)
                .add("password", password)
                .build();
    }

    /** @return whom an answer to register, login or refresh signs in */
    public static Member of(Answer answer) {
        JsonObject body = answer.body();
        if (!body.getBoolean("success")) {
            throw new IllegalStateException(answer.text());
        }
        JsonObject user = body.getJsonObject("data").getJsonObject("user");
        return new Member(
                UUID.fromString(user.getString("id")),
                user.getString("email"),
                body.getJsonObject("data").getJsonObject("profile").getString("username", null),
                body.getString("token"),
                body.getString("refreshToken"));
    }

    /** @return the full name given to {@link #register} */
    public String name() {
        return nameOf(username);
    }

    /** @return the same person in a new session */
    public Member signIn() {
        return of(Api.anonymous().post("/api/v1/auth/login", credentials(email, PASSWORD)));
    }

    /** Sets the role in the database, behind the server's back. */
    public void give(String role) {
        Sql.update(
                "UPDATE auth.users SET raw_app_meta_data = jsonb_set(raw_app_meta_data, '{role}', to_jsonb(?::text))"
                        + " WHERE id = ?",
                role,
                id);
    }

    /** @return a client with the access token */
    public Api api() {
        return Api.anonymous().as(token);
    }

    private static String nameOf(String username) {
        return "Member " + username;
    }
}
