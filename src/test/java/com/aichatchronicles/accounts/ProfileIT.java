package com.aichatchronicles.accounts;

import static com.aichatchronicles.testing.Member.newUsername;
import static com.aichatchronicles.testing.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import com.aichatchronicles.platform.errors.ErrorCode;
import com.aichatchronicles.testing.Answer;
import com.aichatchronicles.testing.Api;
import com.aichatchronicles.testing.Deployments;
import com.aichatchronicles.testing.Member;
import jakarta.json.Json;
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
        assertRefused(Api.anonymous().get("/api/v1/auth/me"), ErrorCode.MISSING_TOKEN);
        assertRefused(
                Api.anonymous().put("/api/v1/auth/profile", JsonObject.EMPTY_JSON_OBJECT), ErrorCode.MISSING_TOKEN);
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
    void aUsernameThatSomebodyHasIsRefusedInAnyCase() {
        Member first = Member.register();
        Member second = Member.register();
        String username = newUsername();
        assertThat(edit(first, object("username", username)).status()).isEqualTo(200);

        Answer answer = edit(second, object("username", username.toLowerCase(Locale.ROOT)));

        assertRefused(answer, ErrorCode.USER_ALREADY_EXISTS);
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
}
