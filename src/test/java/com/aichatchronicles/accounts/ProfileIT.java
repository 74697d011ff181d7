package com.aichatchronicles.accounts;

import static com.aichatchronicles.testing.Failures.assertFailure;
import static com.aichatchronicles.testing.Failures.assertInvalid;
import static com.aichatchronicles.testing.Member.newUsername;
import static org.assertj.core.api.Assertions.assertThat;

import com.aichatchronicles.testing.Answer;
import com.aichatchronicles.testing.Api;
import com.aichatchronicles.testing.Deployments;
import com.aichatchronicles.testing.Member;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Locale;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArquillianExtension.class)
class ProfileIT {
    @Deployment(testable = false)
    static WebArchive war() {
        return Deployments.shippedWar();
    }

    @Test
    void theOwnProfileIsShown() {
        Member member = Member.register();

        Answer answer = member.api().get("/api/v1/auth/me");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Cache-Control")).isEqualTo("private, no-cache");
        assertThat(answer.body().keySet()).containsExactly("success", "data");
        JsonObject profile = answer.body().getJsonObject("data");
        assertThat(profile.getString("id")).isEqualTo(member.id().toString());
        assertThat(profile.getString("email")).isEqualTo(member.email());
        assertThat(profile.getString("full_name")).isEqualTo(member.name());
    }

    @Test
    void nobodyHasNoProfile() {
        assertFailure(Api.anonymous().get("/api/v1/auth/me"), 401, "MISSING_TOKEN", "Access token required");
        assertFailure(
                Api.anonymous().put("/api/v1/auth/profile", JsonObject.EMPTY_JSON_OBJECT),
                401,
                "MISSING_TOKEN",
                "Access token required");
    }

    @Test
    void everyMemberCanBeChanged() {
        Member member = Member.register();
        JsonObject changes = full(newUsername());

        Answer answer = edit(member, changes);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.body().keySet()).containsExactly("success", "data", "message");
        assertThat(answer.body().getString("message")).isEqualTo("Profile updated successfully");
        JsonObject profile = answer.body().getJsonObject("data");
        assertThat(profile).containsAllEntriesOf(changes);
        assertThat(profile.getString("updated_at")).isGreaterThan(profile.getString("created_at"));
        assertThat(member.api().get("/api/v1/auth/me").body().getJsonObject("data"))
                .isEqualTo(profile);
    }

    @Test
    void whatIsNotGivenStays() {
        Member member = Member.register();
        JsonObject before = edit(member, full(newUsername())).body().getJsonObject("data");

        JsonObject after = edit(member, object("title", "Other")).body().getJsonObject("data");

        assertThat(after.getString("title")).isEqualTo("Other");
        assertThat(unchanging(after)).isEqualTo(unchanging(before));
    }

    @Test
    void nullCountsAsNotGiven() {
        Member member = Member.register();
        edit(member, object("title", "Mine"));

        JsonObject nothing =
                Json.createObjectBuilder().addNull("title").addNull("full_name").build();

        assertThat(edit(member, nothing).body().getJsonObject("data").getString("title"))
                .isEqualTo("Mine");
    }

    @Test
    void anEmptyTextClears() {
        Member member = Member.register();
        edit(member, full(newUsername()));
        List<String> clearable = List.of("title", "bio", "location", "website", "avatar_url");
        JsonObjectBuilder clearing = Json.createObjectBuilder();
        clearable.forEach(name -> clearing.add(name, ""));

        JsonObject profile = edit(
                        member,
                        clearing.add("interests", JsonValue.EMPTY_JSON_ARRAY).build())
                .body()
                .getJsonObject("data");

        assertThat(clearable).allMatch(profile::isNull);
        assertThat(profile.getJsonArray("interests")).isEmpty();
    }

    @Test
    void aNameCannotBeCleared() {
        Member member = Member.register();
        JsonObject clearing = Json.createObjectBuilder()
                .add("full_name", "")
                .add("username", "")
                .build();

        assertInvalid(
                edit(member, clearing),
                "full_name|\"full_name\" is not allowed to be empty|string.empty",
                "username|\"username\" is not allowed to be empty|string.empty");
        assertInvalid(
                edit(member, object("full_name", "   ")),
                "full_name|\"full_name\" must be one line of more than spaces|any.invalid");
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

        assertInvalid(
                edit(Member.register(), wrong),
                "avatar_url|" + tooLong("avatar_url", 2000),
                "bio|" + tooLong("bio", 1000),
                "full_name|" + tooLong("full_name", 100),
                "interests.0|\"interests.0\" is not allowed to be empty|string.empty",
                "interests.1|" + tooLong("interests.1", 100),
                "location|" + tooLong("location", 100),
                "title|" + tooLong("title", 200),
                "username|" + tooLong("username", 30),
                "website|\"website\" must be a valid uri with http or https|any.invalid");
    }

    @Test
    void wrongTypesAreListed() {
        JsonObject wrong = Json.createObjectBuilder()
                .add("bio", 1)
                .add("interests", Json.createArrayBuilder().add("chess").add(7))
                .add("title", false)
                .build();

        assertInvalid(
                edit(Member.register(), wrong),
                "bio|\"bio\" must be a string|string.base",
                "interests.1|\"interests.1\" must be a string|string.base",
                "title|\"title\" must be a string|string.base");
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
            assertInvalid(edit(member, object("website", address)), notWeb("website"));
            assertInvalid(edit(member, object("avatar_url", address)), notWeb("avatar_url"));
        });
    }

    @Test
    void aUsernameThatSomebodyHasIsRefusedInAnyCase() {
        Member first = Member.register();
        Member second = Member.register();
        String username = newUsername();
        assertThat(edit(first, object("username", username)).status()).isEqualTo(200);

        Answer answer = edit(second, object("username", username.toLowerCase(Locale.ROOT)));

        assertFailure(answer, 409, "USER_ALREADY_EXISTS", "A user with this email or username already exists");
    }

    @Test
    void theOwnUsernameCanChangeItsCase() {
        Member member = Member.register();
        String username = newUsername();
        edit(member, object("username", username));

        JsonObject profile = edit(member, object("username", username.toLowerCase(Locale.ROOT)))
                .body()
                .getJsonObject("data");

        assertThat(profile.getString("username")).isEqualTo(username.toLowerCase(Locale.ROOT));
    }

    @Test
    void unknownMembersAreIgnored() {
        Member member = Member.register();
        JsonObject more = Json.createObjectBuilder(object("title", "Mine"))
                .add("email", "other@example.org")
                .add("id", "00000000-0000-0000-0000-000000000000")
                .add("role", "admin")
                .build();

        JsonObject profile = edit(member, more).body().getJsonObject("data");

        assertThat(profile.getString("email")).isEqualTo(member.email());
        assertThat(profile.getString("id")).isEqualTo(member.id().toString());
    }

    private static JsonObject full(String username) {
        return Json.createObjectBuilder()
                .add("full_name", "Ada \"Countess\" Łovelace 🙂")
                .add("username", username)
                .add("title", "Mathematician")
                .add("bio", "First line\nsecond {line}")
                .add("location", "London")
                .add("website", "https://example.org/ada?x=1#top")
                .add(
                        "interests",
                        Json.createArrayBuilder()
                                .add("a,b")
                                .add("{\"q\\")
                                .add("NULL")
                                .add("日本"))
                .add("avatar_url", "HTTPS://example.org/ada.png")
                .build();
    }

    private static JsonObject object(String name, String value) {
        return Json.createObjectBuilder().add(name, value).build();
    }

    private static JsonObject unchanging(JsonObject profile) {
        return Json.createObjectBuilder(profile)
                .remove("title")
                .remove("updated_at")
                .build();
    }

    private static Answer edit(Member member, JsonObject changes) {
        return member.api().put("/api/v1/auth/profile", changes);
    }

    private static String tooLong(String field, int most) {
        return '"' + field + "\" length must be less than or equal to " + most + " characters long|string.max";
    }

    private static String notWeb(String field) {
        return field + "|\"" + field + "\" must be a valid uri with http or https|any.invalid";
    }
}
