package com.aichatchronicles.administration;

import static com.aichatchronicles.testing.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import com.aichatchronicles.platform.errors.ErrorCode;
import com.aichatchronicles.testing.Answer;
import com.aichatchronicles.testing.Deployments;
import com.aichatchronicles.testing.Member;
import com.aichatchronicles.testing.Sql;
import com.aichatchronicles.testing.Together;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** That somebody can always administer the site. The other admins of the run lose their role for the while. */
@ExtendWith(ArquillianExtension.class)
class LastAdminIT {
    private static final String USERS = "/api/v1/admin/users/";
    private static final String DEMOTION = "{\"role\":\"user\"}";
    private static final String BAN = "{\"reason\":\"Enough\"}";

    private Member one;
    private Member other;

    @Deployment(testable = false)
    static WebArchive war() {
        return Deployments.shippedWar();
    }

    @BeforeEach
    void leaveTwo() {
        one = Member.register("admin");
        other = Member.register("admin");
        Sql.update(
                "UPDATE auth.users SET raw_app_meta_data = raw_app_meta_data || '{\"role\":\"user\",\"was\":\"admin\"}'"
                        + " WHERE account_role = 'admin' AND id NOT IN (?, ?)",
                one.id(),
                other.id());
    }

    @AfterEach
    void restore() {
        Sql.update("UPDATE auth.users SET raw_app_meta_data = raw_app_meta_data - 'was' || '{\"role\":\"admin\"}'"
                + " WHERE raw_app_meta_data ->> 'was' = 'admin'");
        Sql.update(
                "UPDATE auth.users SET raw_app_meta_data = raw_app_meta_data || '{\"role\":\"user\"}'"
                        + " WHERE id IN (?, ?)",
                one.id(),
                other.id());
    }

    @Test
    void theLastOneIsNeitherDemotedNorBannedNorDeleted() {
        one.api().send("PUT", USERS + other.id() + "/role", DEMOTION);

        String self = USERS + one.id();
        assertRefused(one.api().send("PUT", self + "/role", DEMOTION), ErrorCode.LAST_ADMIN);
        assertRefused(one.api().send("PUT", self + "/ban", BAN), ErrorCode.LAST_ADMIN);
        assertRefused(one.api().delete(self), ErrorCode.LAST_ADMIN);
        Answer own = one.api().send("DELETE", "/api/v1/auth/account", "{\"password\":\"" + Member.PASSWORD + "\"}");
        assertRefused(own, ErrorCode.LAST_ADMIN);
        assertThat(one.api().get(self).status()).isEqualTo(200);
    }

    @Test
    void aBannedAdminDoesNotCount() {
        one.api().send("PUT", USERS + other.id() + "/ban", BAN);

        assertRefused(one.api().send("PUT", USERS + one.id() + "/role", DEMOTION), ErrorCode.LAST_ADMIN);
    }

    @Test
    void ofTwoWhoDemoteEachOtherAtOnceOneStays() throws Exception {
        for (int round = 0; round < 5; round++) {
            one.give("admin");
            other.give("admin");

            List<Answer> answers = Together.run(List.of(
                    () -> one.api().send("PUT", USERS + other.id() + "/role", DEMOTION),
                    () -> other.api().send("PUT", USERS + one.id() + "/role", DEMOTION)));

            assertThat(admins()).as(answers.toString()).isEqualTo("1");
            assertThat(answers).allMatch(answer -> answer.status() < 500);
        }
    }

    @Test
    void ofTwoWhoBanAndDeleteEachOtherAtOnceOneStays() throws Exception {
        List<Answer> answers = Together.run(List.of(
                () -> one.api().send("PUT", USERS + other.id() + "/ban", BAN),
                () -> other.api().delete(USERS + one.id())));

        assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
        assertThat(answers).allMatch(answer -> answer.status() < 500);
        assertThat(admins()).isEqualTo("1");
    }

    private static String admins() {
        return Sql.text("SELECT count(*) FROM auth.users WHERE account_role = 'admin'"
                + " AND (banned_until IS NULL OR banned_until < now())");
    }
}
