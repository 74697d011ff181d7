package com.aichatchronicles.conversations;

import static com.aichatchronicles.testing.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import com.aichatchronicles.platform.errors.ErrorCode;
import com.aichatchronicles.platform.errors.FieldError;
import com.aichatchronicles.testing.Answer;
import com.aichatchronicles.testing.Api;
import com.aichatchronicles.testing.Deployments;
import com.aichatchronicles.testing.Member;
import java.util.List;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArquillianExtension.class)
class UserPageIT {
    @Deployment(testable = false)
    static WebArchive war() {
        return Deployments.shippedWar();
    }

    @Test
    void anAuthorSeesTheOwnDraftsAndNobodyElseDoes() {
        Member author = Member.register();
        Sample.publish(author, "For everyone");
        Sample.draft(author, "For myself alone");
        String page = Sample.PATH + "/user/" + author.id();

        Answer own = author.api().get(page);
        assertThat(Sample.titles(own)).containsExactly("For myself alone", "For everyone");
        assertThat(Sample.total(own)).isEqualTo(2);
        assertThat(own.header("Cache-Control")).startsWith("private");
        for (Api other : List.of(
                Api.anonymous(), Member.register().api(), Api.anonymous().as("a.b.c"))) {
            assertThat(Sample.titles(other.get(page))).containsExactly("For everyone");
            assertThat(Sample.total(other.get(page))).isEqualTo(1);
        }
    }

    @Test
    void filtersCountTheOwnDraftsToo() {
        Member author = Member.register();
        String word = Sample.word();
        Sample.publish(author, Sample.body("For everyone " + word).add("category", word));
        Sample.publish(
                author, Sample.body("For myself " + word).add("category", word).add("published", false));
        for (String filter : List.of("category=" + word, "search=" + word)) {
            String page = Sample.PATH + "/user/" + author.id() + "?" + filter;

            assertThat(Sample.total(author.api().get(page))).as(filter).isEqualTo(2);
            assertThat(Sample.total(Api.anonymous().get(page))).as(filter).isEqualTo(1);
        }
    }

    @Test
    void anAuthorsCursorShowsNoDraftsToOthers() {
        Member author = Member.register();
        Sample.draft(author, "For myself one");
        Sample.draft(author, "For myself two");
        String page = Sample.PATH + "/user/" + author.id() + "?limit=1";
        String cursor =
                author.api().get(page).body().getJsonObject("pagination").getString("nextCursor");

        assertThat(Sample.ids(author.api().get(page + "&cursor=" + cursor))).hasSize(1);
        assertThat(Sample.ids(Api.anonymous().get(page + "&cursor=" + cursor))).isEmpty();
    }

    @Test
    void someoneUnknownHasAnEmptyPage() {
        Answer answer = Api.anonymous().get(Sample.PATH + "/user/" + UUID.randomUUID());

        assertThat(answer.status()).isEqualTo(200);
        assertThat(Sample.total(answer)).isZero();
    }

    @Test
    void anIdOfAnotherFormIsRefused() {
        assertRefused(
                Api.anonymous().get(Sample.PATH + "/user/me"),
                ErrorCode.PARAM_VALIDATION_ERROR,
                FieldError.of("userId", "must be a valid GUID", "string.guid"));
    }
}
