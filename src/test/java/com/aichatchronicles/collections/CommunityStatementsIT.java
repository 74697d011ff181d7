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
import java.util.function.UnaryOperator;
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
        Map<String, Integer> empty = costs(lists, CommunityStatementsIT::first);

        fill(conversation, comment, collection);

        assertThat(empty.values()).allMatch(cost -> cost == 1 || cost == 2);
        assertThat(costs(lists, CommunityStatementsIT::first)).isEqualTo(empty);
        assertThat(costs(lists, CommunityStatementsIT::numbered)).isEqualTo(empty);
        assertThat(costs(lists, this::continued)).isEqualTo(empty);
    }

    @Test
    void soItIsUnderADraft() {
        UUID draft = Community.draft(owner);
        UUID comment = Community.comment(owner, draft);
        List<String> lists = List.of(
                Community.path(draft) + "/comments",
                "/api/v1/comments/" + comment + "/replies",
                Community.path(draft) + "/likes",
                Community.path(draft) + "/revisions");

        assertThat(costs(lists, CommunityStatementsIT::first).values()).allMatch(cost -> cost == 1 || cost == 2);
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
    private Map<String, Integer> costs(List<String> lists, UnaryOperator<String> part) {
        Map<String, Integer> costs = new LinkedHashMap<>();
        for (String list : lists) {
            String page = part.apply(list);
            List<String> statements = Statements.of(i -> {
                Answer answer = owner.api().get(page + (i + 1));
                assertThat(answer.status()).as(page).isEqualTo(200);
            });
            assertThat(statements).as(page).isNotEmpty();
            costs.put(list, statements.size());
        }
        return costs;
    }

    private static String first(String list) {
        return list + "?limit=1";
    }

    private static String numbered(String list) {
        return list + "?page=2&limit=";
    }

    private String continued(String list) {
        String cursor = owner.api()
                .get(list + "?limit=1")
                .body()
                .getJsonObject("pagination")
                .getString("nextCursor");
        return list + "?cursor=" + cursor + "&limit=2";
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
                Community.path(conversation) + "/revisions",
                "/api/v1/comments/" + comment + "/likes",
                "/api/v1/comments/" + comment + "/replies",
                "/api/v1/tags",
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
            Shelves.make(owner, true, theirs);
            Shelves.add(owner, collection, theirs);
            put(owner, Community.path(theirs) + "/like");
            put(owner, Community.path(theirs) + "/bookmark");
            put(owner, "/api/v1/comments/" + Community.comment(other, theirs) + "/like");
            put(owner, "/api/v1/profiles/" + other.id() + "/follow");
            put(other, "/api/v1/profiles/" + owner.id() + "/follow");
            put(other, Community.path(conversation) + "/like");
            put(other, "/api/v1/comments/" + comment + "/like");
            talk(other, conversation, comment, i);
        }
    }

    private void talk(Member other, UUID conversation, UUID comment, int number) {
        Community.comment(other, conversation);
        JsonObject reply = Talk.body(Talk.text(), comment.toString());
        assertThat(other.api()
                        .post(Community.path(conversation) + "/comments", reply)
                        .status())
                .isEqualTo(201);
        put(owner, Community.path(conversation), "{\"tags\":[\"tag %s %d\"]}".formatted(owner.username(), number));
    }

    private static void put(Member who, String path) {
        put(who, path, "{}");
    }

    private static void put(Member who, String path, String body) {
        assertThat(who.api().send("PUT", path, body).status()).as(path).isEqualTo(200);
    }
}
