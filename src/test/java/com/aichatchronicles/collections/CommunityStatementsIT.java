package com.aichatchronicles.collections;

import static org.assertj.core.api.Assertions.assertThat;

import com.aichatchronicles.testing.Answer;
import com.aichatchronicles.testing.Api;
import com.aichatchronicles.testing.Community;
import com.aichatchronicles.testing.Deployments;
import com.aichatchronicles.testing.Member;
import com.aichatchronicles.testing.Statements;
import com.aichatchronicles.testing.Talk;
import jakarta.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** That a page of any list of the community costs one or two statements whatever it holds. */
@ExtendWith(ArquillianExtension.class)
class CommunityStatementsIT {
    private static final int THINGS = 8;

    private final Member owner = Member.register();
    private int rounds;

    @Deployment(testable = false)
    static WebArchive war() {
        return Deployments.shippedWar();
    }

    @Test
    void aPageCostsOneOrTwoStatementsWhateverItHolds() {
        UUID conversation = Community.publish(owner);
        UUID comment = Community.comment(owner, conversation);
        String collection = Shelves.make(owner, true);
        List<String> lists = lists(conversation, comment, collection);
        Map<String, Integer> empty = costs(lists);

        fill(conversation, comment, collection);
        Map<String, Integer> full = costs(lists);

        assertThat(empty.values()).allMatch(cost -> cost == 1 || cost == 2);
        assertThat(full).isEqualTo(empty);
    }

    @Test
    void soItDoesUnderADraftWhichNoCacheHolds() {
        UUID draft = Community.draft(owner);
        UUID comment = Community.comment(owner, draft);

        Map<String, Integer> costs = costs(List.of(
                Community.path(draft) + "/comments",
                "/api/v1/comments/" + comment + "/replies",
                Community.path(draft) + "/likes",
                Community.path(draft) + "/revisions"));

        assertThat(costs.values()).allMatch(cost -> cost == 1 || cost == 2);
    }

    @Test
    void aProfileCostsOneStatementThatCountsNoRows() {
        String letters = Member.newUsername()
                .chars()
                .mapToObj(c -> String.valueOf((char) (Character.isDigit(c) ? c - '0' + 'g' : c)))
                .collect(Collectors.joining());
        owner.api().put("/api/v1/auth/profile", Answer.json("{\"username\":\"" + letters + "\"}"));

        List<String> statements = Statements.of(i -> {
            String spelling = letters.substring(0, i).toUpperCase(Locale.ROOT)
                    + letters.substring(i).toLowerCase(Locale.ROOT);
            assertThat(Api.anonymous().get("/api/v1/profiles/" + spelling).status())
                    .isEqualTo(200);
        });

        assertThat(statements).hasSize(1);
        assertThat(statements.get(0))
                .doesNotContain("count(", "public.likes", "public.follows", "public.conversations");
    }

    /** Each repetition asks for another page size, so that no cache answers. */
    private Map<String, Integer> costs(List<String> lists) {
        Api api = owner.api();
        Map<String, Integer> costs = new LinkedHashMap<>();
        for (String list : lists) {
            List<String> statements = Statements.of(i -> {
                String page = list + "?limit=" + (THINGS + 10 + rounds * 10 + i);
                assertThat(api.get(page).status()).as(page).isEqualTo(200);
            });
            assertThat(statements).as(list).isNotEmpty();
            costs.put(list, statements.size());
        }
        rounds++;
        return costs;
    }

    private List<String> lists(UUID conversation, UUID comment, String collection) {
        String profile = "/api/v1/profiles/" + owner.username();
        return List.of(
                profile + "/conversations",
                profile + "/followers",
                profile + "/following",
                profile + "/collections",
                Community.path(conversation) + "/likes",
                Community.path(conversation) + "/comments",
                "/api/v1/comments/" + comment + "/likes",
                "/api/v1/comments/" + comment + "/replies",
                "/api/v1/likes/conversations",
                "/api/v1/likes/comments",
                "/api/v1/bookmarks",
                "/api/v1/feed",
                Shelves.PATH,
                collection + "/conversations");
    }

    private void fill(UUID conversation, UUID comment, String collection) {
        for (int i = 0; i < THINGS; i++) {
            Member other = Member.register();
            UUID theirs = Community.publish(other);
            Community.publish(owner);
            Talk.data(other.api()
                    .post(
                            Community.path(conversation) + "/comments",
                            Talk.body(Talk.text(), i % 2 == 0 ? comment.toString() : null)));
            Shelves.make(owner, true, theirs);
            Shelves.add(owner, collection, theirs);
            put(owner, Community.path(theirs) + "/like");
            put(owner, Community.path(theirs) + "/bookmark");
            put(owner, "/api/v1/comments/" + Community.comment(other, theirs) + "/like");
            put(owner, "/api/v1/profiles/" + other.id() + "/follow");
            put(other, "/api/v1/profiles/" + owner.id() + "/follow");
            put(other, Community.path(conversation) + "/like");
            put(other, "/api/v1/comments/" + comment + "/like");
        }
    }

    private static void put(Member who, String path) {
        assertThat(who.api().put(path, JsonObject.EMPTY_JSON_OBJECT).status())
                .as(path)
                .isEqualTo(200);
    }
}
