package com.aichatchronicles.sessions;

import static com.aichatchronicles.testing.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import com.aichatchronicles.platform.errors.ErrorCode;
import com.aichatchronicles.testing.Answer;
import com.aichatchronicles.testing.Api;
import com.aichatchronicles.testing.Deployments;
import com.aichatchronicles.testing.Member;
import jakarta.json.Json;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArquillianExtension.class)
class RolesIT {
    @Deployment(testable = false)
    static WebArchive war() {
        return Deployments.shippedWar();
    }

    private static final String ADMIN_ONLY = "/api/v1/auth/admin/me";

    @Test
    void anAdminIsServed() {
        Member admin = Member.register("admin");

        Answer answer = admin.api().get(ADMIN_ONLY);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Cache-Control")).isEqualTo("private, no-cache");
        assertThat(answer.body())
                .isEqualTo(Json.createObjectBuilder()
                        .add("success", true)
                        .add(
                                "data",
                                Json.createObjectBuilder()
                                        .add(
                                                "user",
                                                Json.createObjectBuilder()
                                                        .add("email", admin.email())
                                                        .add("id", admin.id().toString())
                                                        .add("name", admin.name())
                                                        .add("role", "admin")))
                        .build());
    }

    @Test
    void everyOtherRoleIsForbidden() {
        assertForbidden(Member.register());
        assertForbidden(Member.register("premium"));
        assertForbidden(Member.register("moderator"));
        assertForbidden(Member.register("superadmin"));
    }

    @Test
    void nobodyIsAskedToSignIn() {
        Answer answer = Api.anonymous().get(ADMIN_ONLY);

        assertRefused(answer, ErrorCode.MISSING_TOKEN);
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer realm=\"aichatchronicles\"");
    }

    @Test
    void aRoleThatIsTakenAwayIsGoneAtOnce() {
        Member admin = Member.register("admin");
        assertThat(admin.api().get(ADMIN_ONLY).status()).isEqualTo(200);

        admin.give("user");

        assertForbidden(admin);
    }

    @Test
    void aRoleThatIsGivenWorksAtOnce() {
        Member member = Member.register();
        assertForbidden(member);

        member.give("admin");

        assertThat(member.api().get(ADMIN_ONLY).status()).isEqualTo(200);
    }

    private static void assertForbidden(Member member) {
        assertRefused(member.api().get(ADMIN_ONLY), ErrorCode.INSUFFICIENT_PERMISSIONS);
    }
}
