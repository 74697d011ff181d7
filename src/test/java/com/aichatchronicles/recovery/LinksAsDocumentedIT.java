package com.aichatchronicles.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import com.aichatchronicles.testing.Answer;
import com.aichatchronicles.testing.Deployments;
import com.aichatchronicles.testing.Mailbox;
import com.aichatchronicles.testing.Member;
import com.aichatchronicles.testing.OpenApiDocument;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** That the calls answer as the OpenAPI document says. */
@ExtendWith(ArquillianExtension.class)
class LinksAsDocumentedIT {
    private static final OpenApiDocument DOCUMENT = OpenApiDocument.shipped();

    @Deployment(testable = false)
    static WebArchive war() {
        return Deployments.shippedWar();
    }

    @Test
    void answersAreAsDocumented() {
        Member member = Member.register();

        asDocumented("resend-verification", Links.resend(member.email()), 200);
        asDocumented("resend-verification", Links.resend("nobody"), 400);
        asDocumented("forgot-password", Links.forgot(member.email()), 200);
        asDocumented("forgot-password", Links.forgot("nobody"), 400);
        String reset = Mailbox.await(member.email(), Links.RESET).token();
        asDocumented("change-email", Links.changeEmail(member, Member.newEmail(), Member.PASSWORD), 200);
        asDocumented("change-email", Links.changeEmail(member, Member.newEmail(), "Wrong-horse-7"), 401);
        asDocumented("change-email", Links.changeEmail(member, member.email(), Member.PASSWORD), 409);
        asDocumented("reset-password", Links.reset(reset, Links.PASSWORD), 200);
        asDocumented("reset-password", Links.reset(reset, Links.PASSWORD), 400);
        Member other = Member.register();
        String verify = Mailbox.await(other.email(), Links.VERIFY).token();
        asDocumented("verify-email", Links.verify(verify), 200);
        asDocumented("verify-email", Links.verify(verify), 400);
    }

    private static void asDocumented(String call, Answer answer, int status) {
        assertThat(answer.status()).as(call + ' ' + answer.text()).isEqualTo(status);
        JsonNode response = DOCUMENT.response("POST /api/v1/auth/" + call, status);
        JsonNode media = response.path("content").path("application/json");
        assertThat(DOCUMENT.complaints(media.path("schema"), OpenApiDocument.json(answer.text())))
                .as(call + ' ' + answer.text())
                .isEmpty();
        if (media.has("examples")) {
            assertThat(OpenApiDocument.codes(response)).contains(answer.body().getString("code"));
        } else {
            assertThat(OpenApiDocument.json(answer.text())).isEqualTo(media.path("example"));
        }
    }
}
