package com.aichatchronicles.secondfactor;

import com.aichatchronicles.testing.Answer;
import com.aichatchronicles.testing.Api;
import com.aichatchronicles.testing.Member;
import com.aichatchronicles.testing.Sql;
import com.bastiaanjansen.otp.HOTPGenerator;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/**
 * The authenticator in a member's hand.
 *
 * @param owner whose it is
 * @param secret in Base32
 * @param recoveryCodes those that came with it
 */
record Authenticator(Member owner, String secret, List<String> recoveryCodes) {
    static final String PATH = "/api/v1/auth/second-factor";

    /** @return the one of a new member, in force */
    static Authenticator confirmed() {
        return confirmed(Member.register());
    }

    /** @return one that is in force */
    static Authenticator confirmed(Member owner) {
        Authenticator begun = begun(owner);
        Answer answer = owner.api().post(PATH + "/confirm", code(begun.code()));
        return new Authenticator(owner, begun.secret(), recoveryCodes(answer));
    }

    /** @return one that waits to be confirmed */
    static Authenticator begun(Member owner) {
        Answer answer = owner.api().post(PATH + "/enrol", password(Member.PASSWORD));
        return new Authenticator(owner, answer.body().getJsonObject("data").getString("secret"), List.of());
    }

    /** @return the code of now, which the server has not seen */
    String code() {
        Sql.update("UPDATE chronicles.second_factors SET last_step = 0 WHERE user_id = ?", owner.id());
        return HOTPGenerator.withDefaultValues(secret.getBytes(StandardCharsets.US_ASCII))
                .generate(Instant.now().getEpochSecond() / 30);
    }

    /** @return six digits that are no code of the minutes around now */
    String wrongCode() {
        return HOTPGenerator.withDefaultValues(secret.getBytes(StandardCharsets.US_ASCII))
                .generate(Instant.now().getEpochSecond() / 30 + 100);
    }

    /** @return the challenge after the right password */
    String challenge() {
        Answer answer = Api.anonymous().post("/api/v1/auth/login", Member.credentials(owner.email(), Member.PASSWORD));
        return answer.body().getJsonObject("data").getString("challenge");
    }

    static Answer finish(Api api, String challenge, String code) {
        return api.post(
                PATH,
                Json.createObjectBuilder()
                        .add("challenge", challenge)
                        .add("code", code)
                        .build());
    }

    static JsonObject password(String password) {
        return Json.createObjectBuilder().add("password", password).build();
    }

    static JsonObject code(String code) {
        return Json.createObjectBuilder().add("code", code).build();
    }

    static JsonObject both(String password, String code) {
        return Json.createObjectBuilder()
                .add("password", password)
                .add("code", code)
                .build();
    }

    static List<String> recoveryCodes(Answer answer) {
        return answer.body().getJsonObject("data").getJsonArray("recovery_codes").getValuesAs(JsonString.class).stream()
                .map(JsonString::getString)
                .toList();
    }
}
