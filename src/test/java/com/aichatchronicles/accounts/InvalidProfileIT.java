package com.aichatchronicles.accounts;

import static com.aichatchronicles.testing.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import com.aichatchronicles.platform.errors.ErrorCode;
import com.aichatchronicles.platform.errors.FieldError;
import com.aichatchronicles.testing.Answer;
import com.aichatchronicles.testing.Deployments;
import com.aichatchronicles.testing.Member;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** That every rule of a profile is kept. */
@ExtendWith(ArquillianExtension.class)
class InvalidProfileIT {
    @Deployment(testable = false)
    static WebArchive war() {
        return Deployments.shippedWar();
    }

    @Test
    void aNameCannotBeCleared() {
        Member member = Member.register();
        JsonObject clearing = Json.createObjectBuilder()
                .add("full_name", "")
                .add("username", "")
                .build();

        assertRefused(
                edit(member, clearing),
                ErrorCode.VALIDATION_ERROR,
                new FieldError("full_name", "\"full_name\" is not allowed to be empty", "string.empty"),
                new FieldError("username", "\"username\" is not allowed to be empty", "string.empty"));
        assertRefused(
                edit(member, object("full_name", "   ")),
                ErrorCode.VALIDATION_ERROR,
                new FieldError("full_name", "\"full_name\" must be one line of more than spaces", "any.invalid"));
    }

    @Test
    void everyRuleIsKept() {
        JsonArrayBuilder interests = Json.createArrayBuilder().add("").add("y".repeat(101));
        JsonObject wrong = Json.createObjectBuilder()
                .add("full_name", "n".repeat(101))
                .add("username", "u".repeat(31))
                .add("title", "t".repeat(201))
                .add("bio", "b".repeat(1001))
                .add("location", "l".repeat(101))
                .add("website", "nowhere")
                .add("interests", interests)
                .add("avatar_url", "https://example.org/" + "a".repeat(2000))
                .build();

        assertRefused(
                edit(Member.register(), wrong),
                ErrorCode.VALIDATION_ERROR,
                tooLong("avatar_url", 2000),
                tooLong("bio", 1000),
                tooLong("full_name", 100),
                new FieldError("interests.0", "\"interests.0\" is not allowed to be empty", "string.empty"),
                tooLong("interests.1", 100),
                tooLong("location", 100),
                tooLong("title", 200),
                tooLong("username", 30),
                new FieldError("website", "\"website\" must be a valid uri with http or https", "any.invalid"));
    }

    @Test
    void wrongTypesAreListed() {
        JsonObject wrong = Json.createObjectBuilder()
                .add("bio", 1)
                .add("interests", Json.createArrayBuilder().add("chess").add(7))
                .add("title", false)
                .build();

        assertRefused(
                edit(Member.register(), wrong),
                ErrorCode.VALIDATION_ERROR,
                new FieldError("bio", "\"bio\" must be a string", "string.base"),
                new FieldError("interests.1", "\"interests.1\" must be a string", "string.base"),
                new FieldError("title", "\"title\" must be a string", "string.base"));
    }

    @Test
    void onlyWebAddressesAreLinks() {
        Member member = Member.register();
        List<String> dangerous = List.of(
                "javascript:alert(1)",
                "JavaScript:alert(1)//https://example.org",
                "data:text/html,x",
                " javascript:alert(1)",
                "https://user@example.org",
                "https://example.org/\"onload=\"x");

        assertThat(dangerous).allSatisfy(address -> {
            assertRefused(edit(member, object("website", address)), ErrorCode.VALIDATION_ERROR, notWeb("website"));
            assertRefused(
                    edit(member, object("avatar_url", address)), ErrorCode.VALIDATION_ERROR, notWeb("avatar_url"));
        });
    }

    private static JsonObject object(String name, String value) {
        return Json.createObjectBuilder().add(name, value).build();
    }

    private static Answer edit(Member member, JsonObject changes) {
        return member.api().put("/api/v1/auth/profile", changes);
    }

    private static FieldError tooLong(String field, int most) {
        return new FieldError(
                field,
                '"' + field + "\" length must be less than or equal to " + most + " characters long",
                "string.max");
    }

    private static FieldError notWeb(String field) {
        return new FieldError(field, '"' + field + "\" must be a valid uri with http or https", "any.invalid");
    }
}
