package com.aichatchronicles.administration;

import static org.assertj.core.api.Assertions.assertThat;

import com.aichatchronicles.testing.Api;
import com.aichatchronicles.testing.Deployments;
import com.aichatchronicles.testing.Member;
import com.aichatchronicles.testing.SecondServer;
import com.aichatchronicles.testing.TestRedis;
import jakarta.json.JsonObject;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** That what an admin does on one server holds at the next request on another, Redis up or down. */
@ExtendWith(ArquillianExtension.class)
class ElsewhereIT {
    private static final String USERS = "/api/v1/admin/users/";
    private static final String ME = "/api/v1/auth/me";
    private static final String KEYS = "/api/v1/auth/api-keys";
    private static final String MODERATORS_ONLY = "/api/v1/moderation/measures";

    @Deployment(testable = false)
    static WebArchive war() {
        return Deployments.shippedWar();
    }

    @Test
    void everyActHoldsOnAnotherServerAtOnce() throws Exception {
        SecondServer second = SecondServer.shared();
        Api elsewhere = second.api();
        check(elsewhere);
        TestRedis.stop();
        try {
            check(elsewhere);
        } finally {
            TestRedis.start();
        }
    }

    private static void check(Api elsewhere) {
        Api admin = Member.admin().api();
        Member member = Member.register();
        Api there = elsewhere.as(member.token());

        assertThat(there.get(MODERATORS_ONLY).status()).isEqualTo(403);
        admin.send("PUT", USERS + member.id() + "/role", "{\"role\":\"moderator\"}");
        assertThat(there.get(MODERATORS_ONLY).status()).isEqualTo(200);
        admin.send("PUT", USERS + member.id() + "/role", "{\"role\":\"user\"}");
        assertThat(there.get(MODERATORS_ONLY).status()).isEqualTo(403);

        String body = "{\"name\":\"x\",\"scopes\":[\"profile:read\"]}";
        JsonObject key = member.api().send("POST", KEYS, body).body().getJsonObject("data");
        Api machine = elsewhere.as(key.getString("key"));
        assertThat(machine.get(ME).status()).isEqualTo(200);
        member.api().delete(KEYS + "/" + key.getString("id"));
        assertThat(machine.get(ME).status()).isEqualTo(401);

        admin.delete(USERS + member.id() + "/sessions");
        assertThat(there.get(ME).status()).isEqualTo(401);
        Api again = elsewhere.as(member.signIn().token());
        assertThat(again.get(ME).status()).isEqualTo(200);
        admin.send("PUT", USERS + member.id() + "/ban", "{\"reason\":\"Enough\"}");
        assertThat(again.get(ME).status()).isEqualTo(401);
    }
}
