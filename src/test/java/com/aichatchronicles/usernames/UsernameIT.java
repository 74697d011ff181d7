package com.aichatchronicles.usernames;

import static com.aichatchronicles.testing.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import com.aichatchronicles.platform.errors.ErrorCode;
import com.aichatchronicles.platform.errors.FieldError;
import com.aichatchronicles.testing.Answer;
import com.aichatchronicles.testing.Api;
import com.aichatchronicles.testing.Deployments;
import com.aichatchronicles.testing.Member;
import com.aichatchronicles.testing.Sql;
import com.aichatchronicles.testing.Together;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** That nobody can take a name that passes for another one. */
@ExtendWith(ArquillianExtension.class)
class UsernameIT {
    private static final FieldError RESERVED = new FieldError("username", "\"username\" is reserved", "any.invalid");

    @Deployment(testable = false)
    static WebArchive war() {
        return Deployments.shippedWar();
    }

    @Test
    void reservedNamesAreRefusedInEveryLook() {
        Member member = Member.register();
        for (String name : List.of("admin", "API", "adm1n", "r00t", "Support")) {
            assertRefused(register(name), ErrorCode.VALIDATION_ERROR, RESERVED);
            assertRefused(rename(member, name), ErrorCode.VALIDATION_ERROR, RESERVED);
        }
    }

    @Test
    void aNameThatLooksLikeATakenOneIsTaken() {
        String word = "x" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
        assertThat(register("paul" + word).status()).isEqualTo(201);

        for (String alike : List.of("pauI", "pau1", "PAUL", "PAUI")) {
            assertRefused(register(alike + word), ErrorCode.USER_ALREADY_EXISTS);
        }
        assertThat(register("saul" + word).status()).isEqualTo(201);
    }

    @Test
    void ofTwoThatLookAlikeAtOnceOneWins() throws Exception {
        String word = UUID.randomUUID().toString().replace("-", "").substring(0, 12);

        List<Answer> answers = Together.run(List.of(() -> register("coral" + word), () -> register("cora1" + word)));

        assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(201, 409);
    }

    @Test
    void aMemberMayWriteTheOwnNameAnotherWayAndTakeTheOldOneBack() {
        Member member = Member.register();
        String word = UUID.randomUUID().toString().replace("-", "").substring(0, 12);

        assertThat(rename(member, "coral" + word).status()).isEqualTo(200);
        assertThat(rename(member, "cora1" + word).status()).isEqualTo(200);
        assertRefused(register("coral" + word), ErrorCode.USER_ALREADY_EXISTS);
        assertThat(rename(member, "other" + word).status()).isEqualTo(200);
        assertThat(register("coral" + word).status()).isEqualTo(201);
    }

    @Test
    void namesThatWereTakenOverCountOnceTheyAreWorkedOut() throws InterruptedException {
        String word = UUID.randomUUID().toString().replace("-", "").substring(0, 12);
        UUID id = UUID.randomUUID();
        Sql.update(
                "INSERT INTO auth.users (id, email, raw_user_meta_data)"
                        + " VALUES (?, ?, jsonb_build_object('username', ?))",
                id,
                Member.newEmail(),
                "\u0430da\u0430" + word);
        Instant deadline = Instant.now().plusSeconds(60);
        while (look(id) == null) {
            assertThat(Instant.now()).isBefore(deadline);
            TimeUnit.MILLISECONDS.sleep(200);
        }

        assertRefused(register("adaa" + word), ErrorCode.USER_ALREADY_EXISTS);
    }

    private static String look(UUID id) {
        return Sql.text("SELECT look FROM chronicles.username_looks WHERE user_id = ?", id);
    }

    private static Answer register(String username) {
        JsonObject registration = Json.createObjectBuilder(Member.registration(Member.newEmail()))
                .add("username", username)
                .build();
        return Api.anonymous().post("/api/v1/auth/register", registration);
    }

    private static Answer rename(Member member, String username) {
        return member.api()
                .put(
                        "/api/v1/auth/profile",
                        Json.createObjectBuilder().add("username", username).build());
    }
}
