package com.aichatchronicles.notifications;

import static com.aichatchronicles.testing.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import com.aichatchronicles.platform.errors.ErrorCode;
import com.aichatchronicles.platform.errors.FieldError;
import com.aichatchronicles.testing.Answer;
import com.aichatchronicles.testing.Api;
import com.aichatchronicles.testing.Deployments;
import com.aichatchronicles.testing.Member;
import com.aichatchronicles.testing.Talk;
import com.aichatchronicles.testing.Together;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(ArquillianExtension.class)
class PreferencesIT {
    @Deployment(testable = false)
    static WebArchive war() {
        return Deployments.shippedWar();
    }

    private static final String PATH = "/api/v1/notifications";

    @Test
    void everythingIsToldUntilItIsSwitchedOff() {
        Member author = Member.register();
        Member reader = Member.register();
        JsonObject all = Answer.json("""
                {"replied":true,"commented":true,"liked":true,"followed":true,"featured":true,"mail_digest":"off"}""");
        assertThat(Talk.data(author.api().get(PATH + "/preferences"))).isEqualTo(all);

        Answer edited = author.api()
                .put(PATH + "/preferences", Answer.json("{\"commented\":false,\"mail_digest\":\"weekly\"}"));
        String conversation = Talk.publish(author);
        Talk.reply(reader, Talk.comment(author, conversation));
        Talk.comment(reader, conversation);

        JsonObject expected = Json.createObjectBuilder(all)
                .add("commented", false)
                .add("mail_digest", "weekly")
                .build();
        assertThat(Talk.data(edited)).isEqualTo(expected);
        assertThat(Talk.data(author.api().get(PATH + "/preferences"))).isEqualTo(expected);
        assertThat(Talk.list(author.api().get(PATH)))
                .extracting(told -> told.getString("kind"))
                .containsExactly("replied");
    }

    @Test
    void changesAtOnceAreAllKept() throws Exception {
        Member member = Member.register();
        List<Callable<Answer>> changes = List.of(
                () -> member.api().put(PATH + "/preferences", Answer.json("{\"liked\":false}")),
                () -> member.api().put(PATH + "/preferences", Answer.json("{\"followed\":false}")),
                () -> member.api().put(PATH + "/preferences", Answer.json("{\"featured\":false}")),
                () -> member.api().put(PATH + "/preferences", Answer.json("{\"mail_digest\":\"daily\"}")));

        assertThat(Together.run(changes)).extracting(Answer::status).containsOnly(200);
        assertThat(Talk.data(member.api().get(PATH + "/preferences"))).isEqualTo(Answer.json("""
                        {"replied":true,"commented":true,"liked":false,"followed":false,"featured":false,
                         "mail_digest":"daily"}"""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"liked\":\"no\"}",
                "{\"liked\":0}",
                "{\"mail_digest\":\"hourly\"}",
                "{\"mail_digest\":\"\"}",
                "{\"mail_digest\":true}",
                "[]",
                "{"
            })
    void preferencesThatAreNoneAreRefused(String body) {
        assertThat(Member.admin().api().send("PUT", PATH + "/preferences", body).status())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({
        "GET,''",
        "GET,/unread-count",
        "PUT,/read",
        "PUT,/0192f1c7-3e4c-7d95-8b62-8a7f6e5d4c3b/read",
        "GET,/preferences",
        "PUT,/preferences"
    })
    void nobodyIsToldAnythingWithoutAToken(String method, String path) {
        assertRefused(Api.anonymous().send(method, PATH + path, "{}"), ErrorCode.MISSING_TOKEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=1000", "unread=yes", "cursor=x", "cursor=%00"})
    void aQueryThatIsNotAsDescribedIsRefused(String query) {
        Answer answer = Member.admin().api().get(PATH + "?" + query);

        assertThat(answer.status()).isEqualTo(400);
    }

    @Test
    void anIdThatIsNoneIsRefused() {
        assertRefused(
                Member.admin().api().send("PUT", PATH + "/x/read", ""),
                ErrorCode.PARAM_VALIDATION_ERROR,
                FieldError.of("id", "must be a valid GUID", "string.guid"));
        assertRefused(
                Member.admin().api().send("PUT", PATH + "/" + UUID.randomUUID() + "/read", ""),
                ErrorCode.NOTIFICATION_NOT_FOUND);
    }
}
