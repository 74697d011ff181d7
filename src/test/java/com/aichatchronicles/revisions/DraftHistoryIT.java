package com.aichatchronicles.revisions;

import static com.aichatchronicles.testing.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import com.aichatchronicles.platform.errors.ErrorCode;
import com.aichatchronicles.testing.Answer;
import com.aichatchronicles.testing.Api;
import com.aichatchronicles.testing.Deployments;
import com.aichatchronicles.testing.Member;
import com.aichatchronicles.testing.Talk;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** That a text which never was more than a draft stays one, also as a former text. */
@ExtendWith(ArquillianExtension.class)
class DraftHistoryIT {
    private static Member author;
    private static Member moderator;

    @Deployment(testable = false)
    static WebArchive war() {
        return Deployments.shippedWar();
    }

    @BeforeAll
    static void register() {
        author = Member.register();
        moderator = Member.register("moderator");
    }

    @Test
    void moderatorsSeeNoFormerTextThatWasNeverPublic() {
        String path = Talk.CONVERSATIONS + Talk.draft(author);
        edit(path, "A draft that is better", false);
        edit(path, "Ready for the public", true);
        edit(path, "Better than before", null);

        assertThat(versions(author.api(), path)).containsExactly(3, 2, 1);
        assertThat(versions(Member.admin().api(), path)).containsExactly(3, 2, 1);
        assertThat(versions(moderator.api(), path)).containsExactly(3);
        String revisions = path + "/revisions/";
        assertThat(moderator.api().get(revisions + "3/diff").status()).isEqualTo(200);
        for (String hidden : List.of("1", "2", "2/diff", "3/diff?with=1")) {
            assertRefused(moderator.api().get(revisions + hidden), ErrorCode.REVISION_NOT_FOUND);
        }
        assertRefused(
                moderator.api().post(revisions + "1/restore", JsonObject.EMPTY_JSON_OBJECT),
                ErrorCode.REVISION_NOT_FOUND);
    }

    @Test
    void whatIsWrittenWhileItIsTakenBackIsADraftAgain() {
        String path = Talk.CONVERSATIONS + Talk.publish(author);
        author.api().put(path, Answer.json("{\"published\":false}"));
        edit(path, "Written in private", null);
        edit(path, "Written in private too", null);
        edit(path, "Written for all", true);

        // The first was public before it was taken back, so taking back hides no traces.
        assertThat(versions(moderator.api(), path)).containsExactly(2);
        assertThat(versions(author.api(), path)).containsExactly(4, 3, 2);
    }

    private static void edit(String path, String content, Boolean published) {
        JsonObjectBuilder body = Json.createObjectBuilder().add("content", content + " " + path);
        if (published != null) {
            body.add("published", published);
        }
        Answer answer = author.api().put(path, body.build());
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    private static List<Integer> versions(Api api, String path) {
        Answer page = api.get(path + "/revisions");
        List<Integer> versions = Talk.list(page).stream()
                .map(revision -> revision.getInt("version"))
                .toList();
        assertThat(page.body().getJsonObject("pagination").getInt("total")).isEqualTo(versions.size());
        return versions;
    }
}
