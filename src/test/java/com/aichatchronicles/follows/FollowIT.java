package com.aichatchronicles.follows;

import static com.aichatchronicles.testing.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import com.aichatchronicles.platform.errors.ErrorCode;
import com.aichatchronicles.platform.errors.FieldError;
import com.aichatchronicles.testing.Answer;
import com.aichatchronicles.testing.Api;
import com.aichatchronicles.testing.Community;
import com.aichatchronicles.testing.Deployments;
import com.aichatchronicles.testing.Member;
import com.aichatchronicles.testing.Sql;
import com.aichatchronicles.testing.Together;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArquillianExtension.class)
class FollowIT {
    private static final String PROFILES = "/api/v1/profiles/";

    private final Member reader = Member.register();
    private final Member writer = Member.register();

    @Deployment(testable = false)
    static WebArchive war() {
        return Deployments.shippedWar();
    }

    private static Answer follow(Member who, Object whom) {
        return who.api().put(PROFILES + whom + "/follow", JsonObject.EMPTY_JSON_OBJECT);
    }

    private static String figures(Member member) {
        JsonObject profile = Community.data(Api.anonymous().get(PROFILES + member.id()));
        return profile.getInt("followers_count") + " " + profile.getInt("following_count");
    }

    @Test
    void followingAgainHasNoFurtherEffect() {
        assertThat(figures(writer)).isEqualTo("0 0");

        Answer first = follow(reader, writer.id());
        Answer again = follow(reader, writer.id());

        assertThat(first.body()).isEqualTo(Answer.json("""
                {"success":true,"data":{"following":true,"followers_count":1},"message":"Followed successfully"}"""));
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(figures(writer)).isEqualTo("1 0");
        assertThat(figures(reader)).isEqualTo("0 1");
    }

    @Test
    void unfollowingAgainHasNoFurtherEffect() {
        follow(reader, writer.id());
        String path = PROFILES + writer.id() + "/follow";

        Answer first = reader.api().delete(path);
        Answer again = reader.api().delete(path);

        assertThat(first.body()).isEqualTo(Answer.json("""
                {"success":true,"message":"Unfollowed successfully","data":{"following":false,"followers_count":0}}
                """));
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(figures(writer)).isEqualTo("0 0");
        assertThat(figures(reader)).isEqualTo("0 0");
    }

    @Test
    void aPersonIsFollowedByUsernameInAnyCase() {
        assertThat(follow(reader, writer.username().toLowerCase(Locale.ROOT)).status())
                .isEqualTo(200);

        String path = PROFILES + writer.username().toUpperCase(Locale.ROOT) + "/follow";
        assertThat(Community.data(reader.api().get(path)).getBoolean("following"))
                .isTrue();
        assertThat(Community.data(writer.api().get(PROFILES + reader.username() + "/follow"))
                        .getBoolean("following"))
                .isFalse();
    }

    @Test
    void theListsShowTheNewestFirstAndNoAddress() {
        Member second = Member.register();
        follow(reader, writer.id());
        follow(second, writer.id());
        follow(writer, second.id());

        Answer followers = Api.anonymous().get(PROFILES + writer.username() + "/followers");

        assertThat(Community.texts(followers, "username")).containsExactly(second.username(), reader.username());
        assertThat(Community.total(followers)).isEqualTo(2);
        assertThat(followers.text()).doesNotContain("@example.org");
        assertThat(followers.header("Cache-Control")).isEqualTo("public, no-cache");
        assertThat(Community.walk(Api.anonymous(), PROFILES + writer.id() + "/followers", "id"))
                .containsExactly(second.id().toString(), reader.id().toString());
        assertThat(Community.texts(Api.anonymous().get(PROFILES + writer.id() + "/following"), "id"))
                .containsExactly(second.id().toString());
        assertThat(Community.total(Api.anonymous().get(PROFILES + reader.id() + "/followers")))
                .isZero();
    }

    @Test
    void theNextReaderSeesWhoFollows() {
        String list = PROFILES + writer.id() + "/followers";
        assertThat(Community.total(Api.anonymous().get(list))).isZero();
        follow(reader, writer.id());
        assertThat(Community.total(Api.anonymous().get(list))).isEqualTo(1);
        reader.api().delete(PROFILES + writer.id() + "/follow");
        assertThat(Community.total(Api.anonymous().get(list))).isZero();
    }

    @Test
    void nobodyFollowsThemselves() {
        FieldError self = FieldError.of("person", "must be somebody else", "any.invalid");

        assertRefused(follow(reader, reader.id()), ErrorCode.PARAM_VALIDATION_ERROR, self);
        assertRefused(follow(reader, reader.username()), ErrorCode.PARAM_VALIDATION_ERROR, self);
        assertThat(figures(reader)).isEqualTo("0 0");
    }

    @Test
    void somebodyUnknownIsNotFound() {
        for (String nobody :
                List.of(UUID.randomUUID().toString(), "nobody", "a%20b", "%27%20OR%201=1--", "x".repeat(999))) {
            assertRefused(follow(reader, nobody), ErrorCode.PROFILE_NOT_FOUND);
            String path = PROFILES + nobody;
            assertRefused(reader.api().delete(path + "/follow"), ErrorCode.PROFILE_NOT_FOUND);
            assertRefused(reader.api().get(path + "/follow"), ErrorCode.PROFILE_NOT_FOUND);
            assertRefused(reader.api().get(path + "/followers"), ErrorCode.PROFILE_NOT_FOUND);
            assertRefused(reader.api().get(path + "/following"), ErrorCode.PROFILE_NOT_FOUND);
        }
    }

    @Test
    void nobodyFollowsAnonymously() {
        String path = PROFILES + writer.id() + "/follow";

        assertRefused(Api.anonymous().put(path, JsonObject.EMPTY_JSON_OBJECT), ErrorCode.MISSING_TOKEN);
        assertRefused(Api.anonymous().delete(path), ErrorCode.MISSING_TOKEN);
        assertRefused(Api.anonymous().get(path), ErrorCode.MISSING_TOKEN);
        assertRefused(Api.anonymous().as("a.b.c").put(path, JsonObject.EMPTY_JSON_OBJECT), ErrorCode.INVALID_TOKEN);
    }

    @Test
    void aPageThatIsNoneIsRefused() {
        for (String query : List.of("page=0", "limit=101", "cursor=x", "limit=x", "cursor=%00")) {
            for (String list : List.of("/followers?", "/following?")) {
                Answer answer = Api.anonymous().get(PROFILES + writer.id() + list + query);
                assertThat(answer.status()).as(list + query).isEqualTo(400);
            }
        }
    }

    @Test
    void thoseWhoFollowEachOtherAtOnceAllSucceed() throws Exception {
        List<Member> members = List.of(reader, writer, Member.register(), Member.register());
        for (int round = 0; round < 3; round++) {
            List<Callable<Integer>> calls = new ArrayList<>();
            for (Member who : members) {
                members.stream()
                        .filter(whom -> whom != who)
                        .forEach(whom -> calls.add(() -> follow(who, whom.id()).status()));
            }
            assertThat(Together.run(calls)).containsOnly(200);
        }

        for (Member member : members) {
            assertThat(figures(member)).isEqualTo("3 3");
        }
        assertThat(Sql.text("SELECT count(*) FROM public.follows WHERE following_id = ?", writer.id()))
                .isEqualTo("3");
    }

    @Test
    void fiveThousandCanBeFollowedAndNoMore() {
        String people = "INSERT INTO auth.users (id, email) SELECT md5(? || i)::uuid, ? || i || '@example.org'"
                + " FROM generate_series(1, 5000) i";
        Sql.update(people, reader.username(), reader.username());
        Sql.update(
                "INSERT INTO public.follows (follower_id, following_id)"
                        + " SELECT ?, md5(? || i)::uuid FROM generate_series(1, 4999) i",
                reader.id(),
                reader.username());

        assertThat(follow(reader, writer.id()).status()).isEqualTo(200);
        UUID last = UUID.fromString(Sql.text("SELECT md5(? || 5000)::uuid", reader.username()));
        assertRefused(follow(reader, last), ErrorCode.FOLLOW_LIMIT_REACHED);

        assertThat(figures(reader)).isEqualTo("0 5000");
        assertThat(follow(reader, writer.id()).status()).isEqualTo(200);
        Sql.update("DELETE FROM auth.users WHERE email LIKE ? || '%'", reader.username());
        assertThat(figures(reader)).isEqualTo("0 1");
    }
}
