package com.aichatchronicles.profiles;

import static com.aichatchronicles.testing.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import com.aichatchronicles.platform.errors.ErrorCode;
import com.aichatchronicles.testing.Answer;
import com.aichatchronicles.testing.Api;
import com.aichatchronicles.testing.Community;
import com.aichatchronicles.testing.Deployments;
import com.aichatchronicles.testing.Member;
import com.aichatchronicles.testing.Sql;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(ArquillianExtension.class)
class PublicProfileIT {
    private static final String PROFILES = "/api/v1/profiles/";

    private final Member member = Member.register();

    @Deployment(testable = false)
    static WebArchive war() {
        return Deployments.shippedWar();
    }

    private JsonObject profile() {
        return Community.data(Api.anonymous().get(PROFILES + member.id()));
    }

    @Test
    void everyoneSeesAProfileButNoAddress() {
        member.api()
                .put(
                        "/api/v1/auth/profile",
                        Answer.json("{\"title\":\"Thinker\",\"interests\":[\"minds\",\"machines\"]}"));
        Answer answer = Api.anonymous().get(PROFILES + member.id());

        assertThat(answer.text()).doesNotContain("@").doesNotContain("email");
        JsonObject expected = Answer.json("""
                {"id":"%s","full_name":"%s","username":"%s","title":"Thinker","bio":null,"avatar_url":null,
                 "location":null,"website":null,"interests":["minds","machines"],"created_at":"%s",
                 "conversations_count":0,"likes_received_count":0,"followers_count":0,"following_count":0}
                """.formatted(
                        member.id(),
                        member.name(),
                        member.username(),
                        Community.data(answer).getString("created_at")));
        assertThat(Community.data(answer)).isEqualTo(expected);
        assertThat(answer.header("Cache-Control")).isEqualTo("public, no-cache");
        Api again = Api.anonymous().with("If-None-Match", answer.header("ETag"));
        assertThat(again.get(PROFILES + member.id()).status()).isEqualTo(304);
    }

    @Test
    void aProfileIsFoundByUsernameInAnyCase() {
        JsonObject expected = profile();

        for (String name : List.of(
                member.username(),
                member.username().toLowerCase(Locale.ROOT),
                member.username().toUpperCase(Locale.ROOT))) {
            assertThat(Community.data(Api.anonymous().get(PROFILES + name))).isEqualTo(expected);
        }
    }

    @Test
    void ofNamesThatDifferInCaseAloneTheOneSpeltSoIsMeant() {
        Member other = Member.register();
        String lower = member.username().toLowerCase(Locale.ROOT);
        Sql.update("UPDATE public.profiles SET username = ? WHERE id = ?", lower, other.id());

        assertThat(Community.data(Api.anonymous().get(PROFILES + lower)).getString("id"))
                .isEqualTo(other.id().toString());
        assertThat(Community.data(Api.anonymous().get(PROFILES + member.username()))
                        .getString("id"))
                .isEqualTo(member.id().toString());
    }

    @Test
    void anEditIsSeenByTheNextReader() {
        profile();
        String name = Member.newUsername();
        assertThat(Community.data(Api.anonymous().get(PROFILES + member.username()))
                        .getString("id"))
                .isEqualTo(member.id().toString());

        member.api().put("/api/v1/auth/profile", Answer.json("{\"username\":\"" + name + "\"}"));

        assertThat(profile().getString("username")).isEqualTo(name);
        assertRefused(Api.anonymous().get(PROFILES + member.username()), ErrorCode.PROFILE_NOT_FOUND);
        assertThat(Community.data(Api.anonymous().get(PROFILES + name)).getString("id"))
                .isEqualTo(member.id().toString());
    }

    @Test
    void theFiguresTellOfWhatIsPublished() {
        Member reader = Member.register();
        UUID first = Community.publish(member);
        UUID draft = Community.draft(member);
        reader.api().put(Community.path(first) + "/like", JsonObject.EMPTY_JSON_OBJECT);
        member.api().put(Community.path(first) + "/like", JsonObject.EMPTY_JSON_OBJECT);
        member.api().put(Community.path(draft) + "/like", JsonObject.EMPTY_JSON_OBJECT);

        assertThat(profile().getInt("conversations_count")).isEqualTo(1);
        assertThat(profile().getInt("likes_received_count")).isEqualTo(2);

        Community.takeBack(member, first);
        assertThat(profile().getInt("conversations_count")).isZero();
        assertThat(profile().getInt("likes_received_count")).isZero();
    }

    @Test
    void theConversationsOfAPersonAreThePublishedOnesWhoeverAsks() {
        String list = PROFILES + member.username() + "/conversations";
        assertThat(Community.total(Api.anonymous().get(list))).isZero();
        String first = Community.publish(member).toString();
        Community.draft(member);
        String second = Community.publish(member).toString();
        String third = Community.publish(member).toString();

        for (Api api : List.of(Api.anonymous(), member.api(), Member.admin().api())) {
            assertThat(Community.texts(api.get(list + "?fields=id"), "id")).containsExactly(third, second, first);
            assertThat(Community.total(api.get(list))).isEqualTo(3);
        }
        assertThat(Community.walk(Api.anonymous(), list, "id")).containsExactly(third, second, first);
        assertThat(Community.texts(Api.anonymous().get(list + "?limit=2&page=2"), "id"))
                .containsExactly(first);
        assertThat(Community.texts(Api.anonymous().get(list + "?limit=100&page=10000000"), "id"))
                .isEmpty();
    }

    @Test
    void whomTheEarlierServerDeletedSoftlyHasNoProfile() {
        profile();

        Sql.update("UPDATE auth.users SET deleted_at = now() WHERE id = ?", member.id());

        for (String person : List.of(member.id().toString(), member.username())) {
            for (String list : List.of("", "/conversations", "/followers", "/following", "/collections")) {
                assertRefused(Api.anonymous().get(PROFILES + person + list), ErrorCode.PROFILE_NOT_FOUND);
            }
            Answer followed = Member.register().api().put(PROFILES + person + "/follow", JsonObject.EMPTY_JSON_OBJECT);
            assertRefused(followed, ErrorCode.PROFILE_NOT_FOUND);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nobody",
                "00000000-0000-0000-0000-000000000000",
                "1-1-1-1-1",
                "%27%20OR%20%271%27=%271",
                "%25",
                "_",
                "%F0%9F%A6%8A",
                "a%2Fb",
                "%3Cscript%3E",
                "null"
            })
    void somebodyUnknownIsNotFound(String person) {
        assertRefused(Api.anonymous().get(PROFILES + person), ErrorCode.PROFILE_NOT_FOUND);
        assertRefused(Api.anonymous().get(PROFILES + person + "/conversations"), ErrorCode.PROFILE_NOT_FOUND);
    }

    @Test
    void aNulInAUsernameIsRefused() {
        for (String path : List.of("%00", "a%00b/conversations", "%00/followers", "%00/collections")) {
            Answer answer = Api.anonymous().get(PROFILES + path);
            assertThat(answer.status()).as(path + answer.text()).isBetween(400, 499);
        }
    }

    @Test
    void aQueryThatIsNotAsDescribedIsRefused() {
        for (String query : List.of("page=0", "limit=101", "cursor=x", "fields=email", "limit=%00")) {
            Answer answer = Api.anonymous().get(PROFILES + member.id() + "/conversations?" + query);
            assertThat(answer.status()).as(query).isEqualTo(400);
        }
    }
}
