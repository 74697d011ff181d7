package com.aichatchronicles.conversations;

import static com.aichatchronicles.testing.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import com.aichatchronicles.platform.errors.ErrorCode;
import com.aichatchronicles.testing.Answer;
import com.aichatchronicles.testing.Api;
import com.aichatchronicles.testing.Deployments;
import com.aichatchronicles.testing.Member;
import jakarta.json.JsonObject;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArquillianExtension.class)
class DeleteIT {
    @Deployment(testable = false)
    static WebArchive war() {
        return Deployments.shippedWar();
    }

    @Test
    void anAuthorDeletes() {
        Member author = Member.register();
        JsonObject made = Sample.publish(author, "Gone in a moment");

        Answer answer = author.api().delete(Sample.path(made));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body())
                .isEqualTo(Answer.json("{\"success\":true,\"message\":\"Conversation deleted successfully\"}"));
        assertRefused(author.api().get(Sample.path(made)), ErrorCode.CONVERSATION_NOT_FOUND);
        assertRefused(author.api().delete(Sample.path(made)), ErrorCode.CONVERSATION_NOT_FOUND);
    }

    @Test
    void anAdminDeletesForOthers() {
        JsonObject made = Sample.publish(Member.register(), "Taken away");

        assertThat(Member.admin().api().delete(Sample.path(made)).status()).isEqualTo(200);
        assertRefused(Api.anonymous().get(Sample.path(made)), ErrorCode.CONVERSATION_NOT_FOUND);
    }

    @Test
    void aStrangerDoesNotDelete() {
        JsonObject made = Sample.publish(Member.register(), "Stays for good");

        assertRefused(Member.register().api().delete(Sample.path(made)), ErrorCode.UNAUTHORIZED_DELETE);
        assertThat(Api.anonymous().get(Sample.path(made)).status()).isEqualTo(200);
    }

    @Test
    void nobodyDeletesWithoutAToken() {
        JsonObject made = Sample.publish(Member.register(), "Stays for good");

        assertRefused(Api.anonymous().delete(Sample.path(made)), ErrorCode.MISSING_TOKEN);
    }

    @Test
    void aDraftOfSomebodyElseIsNotFound() {
        JsonObject draft = Sample.draft(Member.register(), "Nobody sees this");

        assertRefused(Member.register().api().delete(Sample.path(draft)), ErrorCode.CONVERSATION_NOT_FOUND);
    }
}
