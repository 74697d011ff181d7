package com.aichatchronicles.follows;

import static com.aichatchronicles.testing.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import com.aichatchronicles.platform.errors.ErrorCode;
import com.aichatchronicles.testing.Answer;
import com.aichatchronicles.testing.Api;
import com.aichatchronicles.testing.Community;
import com.aichatchronicles.testing.Deployments;
import com.aichatchronicles.testing.Member;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArquillianExtension.class)
class FeedIT {
    private static final String FEED = "/api/v1/feed";

    private final Member reader = Member.register();
    private final Member first = Member.register();
    private final Member second = Member.register();

    @Deployment(testable = false)
    static WebArchive war() {
        return Deployments.shippedWar();
    }

    private void follow(Member whom) {
        reader.api().put("/api/v1/profiles/" + whom.id() + "/follow", JsonObject.EMPTY_JSON_OBJECT);
    }

    private List<String> feed() {
        return Community.texts(reader.api().get(FEED), "id");
    }

    @Test
    void theFeedShowsThePublishedOfThoseWhoAreFollowedTheNewestFirst() {
        follow(first);
        follow(second);
        String oldest = Community.publish(first).toString();
        String middle = Community.publish(second).toString();
        Community.draft(second);
        Community.publish(Member.register());
        Community.publish(reader);
        String newest = Community.publish(first).toString();

        Answer answer = reader.api().get(FEED + "?fields=id,profiles");

        assertThat(Community.texts(answer, "id")).containsExactly(newest, middle, oldest);
        assertThat(Community.total(answer)).isEqualTo(3);
        assertThat(answer.header("Cache-Control")).startsWith("private");
        assertThat(answer.body().getJsonArray("data").getJsonObject(1).keySet()).containsExactly("id", "profiles");
        assertThat(reader.api()
                        .with("If-None-Match", answer.header("ETag"))
                        .get(FEED + "?fields=id,profiles")
                        .status())
                .isEqualTo(304);
    }

    @Test
    void theFeedFollowsWhatTheReaderDoes() {
        assertThat(feed()).isEmpty();
        UUID made = Community.publish(first);

        follow(first);
        assertThat(feed()).containsExactly(made.toString());
        Community.takeBack(first, made);
        assertThat(feed()).isEmpty();
        assertThat(Community.total(reader.api().get(FEED))).isZero();
        String other = Community.publish(first).toString();
        assertThat(feed()).containsExactly(other);
        reader.api().delete("/api/v1/profiles/" + first.id() + "/follow");
        assertThat(feed()).isEmpty();
    }

    @Test
    void theCursorNeitherRepeatsNorSkipsWhatIsPublishedMeanwhile() {
        follow(first);
        follow(second);
        List<String> before = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            before.add(0, Community.publish(i % 2 == 0 ? first : second).toString());
        }
        Answer page = reader.api().get(FEED + "?limit=2");
        List<String> seen = new ArrayList<>(Community.texts(page, "id"));

        while (page.body().getJsonObject("pagination").getBoolean("hasNextPage")) {
            Community.publish(first);
            String cursor = page.body().getJsonObject("pagination").getString("nextCursor");
            page = reader.api().get(FEED + "?limit=2&cursor=" + cursor);
            seen.addAll(Community.texts(page, "id"));
        }

        assertThat(seen).isEqualTo(before);
    }

    @Test
    void theOwnDraftsAreNotInTheFeedOfAFollower() {
        follow(first);
        UUID draft = Community.draft(first);

        Answer answer = reader.api().get(FEED);

        assertThat(answer.text()).doesNotContain(draft.toString());
        assertThat(Community.total(answer)).isZero();
    }

    @Test
    void nobodyHasNoFeed() {
        assertRefused(Api.anonymous().get(FEED), ErrorCode.MISSING_TOKEN);
    }

    @Test
    void aQueryThatIsNotAsDescribedIsRefused() {
        for (String query : List.of("limit=0", "limit=101", "cursor=x", "cursor=%00", "fields=email")) {
            assertThat(reader.api().get(FEED + "?" + query).status()).as(query).isEqualTo(400);
        }
    }
}
