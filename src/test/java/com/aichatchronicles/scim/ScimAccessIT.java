package com.aichatchronicles.scim;

import static com.aichatchronicles.scim.Directory.TYPE;
import static com.aichatchronicles.scim.Directory.USERS;
import static com.aichatchronicles.scim.Directory.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import com.aichatchronicles.scim.protocol.ListRequest;
import com.aichatchronicles.scim.protocol.ResourceKind;
import com.aichatchronicles.testing.Answer;
import com.aichatchronicles.testing.Api;
import com.aichatchronicles.testing.Deployments;
import com.aichatchronicles.testing.Member;
import com.aichatchronicles.testing.Refusal;
import com.aichatchronicles.testing.TestServer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who gets into the tree of directories, and what it says of itself. */
@ExtendWith(ArquillianExtension.class)
class ScimAccessIT {
    private static final String CONFIG = "/scim/v2/ServiceProviderConfig";

    @Deployment(testable = false)
    static WebArchive war() {
        return Deployments.shippedWar();
    }

    @Test
    void nobodyGetsInWithoutTheToken() {
        Api nobody = Api.anonymous();
        for (String path : new String[] {CONFIG, USERS, USERS + "/1", "/scim/v2/Groups", "/scim/v2/nothing"}) {
            Answer answer = nobody.get(path);
            assertRefused(answer, 401, null);
            assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
            assertRefused(nobody.as("wrong").get(path), 401, null);
            assertRefused(nobody.as(TestServer.SCIM_TOKEN + "0").get(path), 401, null);
            assertRefused(
                    nobody.with("Authorization", "Basic " + TestServer.SCIM_TOKEN)
                            .get(path),
                    401,
                    null);
        }
        assertRefused(nobody.send("POST", USERS, "{}"), 401, null);
    }

    @Test
    void thePeopleOfTheSiteDoNotGetIn() {
        assertRefused(Member.register().api().get(USERS), 401, null);
        assertRefused(Member.admin().api().get(USERS), 401, null);
    }

    @Test
    void eitherTokenIsGoodWhileOneTakesOver() {
        assertThat(Directory.api().get(CONFIG).status()).isEqualTo(200);
        assertThat(Api.anonymous().as(TestServer.NEXT_SCIM_TOKEN).get(CONFIG).status())
                .isEqualTo(200);
    }

    @Test
    void theTokenOpensNothingElse() {
        assertThat(Api.anonymous()
                        .as(TestServer.SCIM_TOKEN)
                        .get("/api/v1/auth/me")
                        .status())
                .isEqualTo(401);
        Refusal.assertNoRoute(Directory.api().with("Accept", "application/json").get("/api/v1/Users"), "/api/v1/Users");
        assertThat(Directory.api().get("/scim/v2/conversations").status()).isEqualTo(404);
    }

    @Test
    void noCallIsCounted() {
        Answer answer = Directory.api().with("X-Forwarded-For", "198.51.100.7").get(CONFIG);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("RateLimit-Limit")).isNull();
    }

    @Test
    void theTreeDescribesItself() {
        Answer config = Directory.api().get(CONFIG);
        Answer types = Directory.api().get("/scim/v2/ResourceTypes");
        Answer schemas = Directory.api().get("/scim/v2/Schemas");

        assertThat(config.header("Content-Type")).isEqualTo(TYPE);
        assertThat(config.body().getJsonObject("filter").getInt("maxResults")).isEqualTo(ListRequest.MOST);
        assertThat(config.body().getJsonObject("patch").getBoolean("supported")).isTrue();
        assertThat(config.body().getJsonObject("meta").getString("location"))
                .isEqualTo(TestServer.httpAddress() + CONFIG);
        assertThat(types.body().getInt("totalResults")).isEqualTo(2);
        assertThat(schemas.body().getInt("totalResults")).isEqualTo(2);
        assertThat(Directory.api().get("/scim/v2/ResourceTypes/Group").body().getString("endpoint"))
                .isEqualTo("/Groups");
        assertThat(Directory.api()
                        .get("/scim/v2/Schemas/" + ResourceKind.USER.schema())
                        .body()
                        .getString("name"))
                .isEqualTo("User");
        assertRefused(Directory.api().get("/scim/v2/Schemas/urn:none"), 404, null);
        assertRefused(Directory.api().get("/scim/v2/ResourceTypes/None"), 404, null);
    }

    @Test
    void failuresAreInTheFormOfTheTree() {
        assertRefused(Directory.api().get("/scim/v2/nothing"), 404, null);
        assertRefused(Directory.api().put(USERS, Directory.user("a").build()), 405, null);
        assertRefused(Directory.api().with("Content-Type", "text/plain").send("POST", USERS, "a"), 415, null);
        assertRefused(Directory.api().with("Accept", "text/html").get(USERS), 406, null);
        assertRefused(Directory.api().send("POST", USERS, "{"), 400, "invalidSyntax");
    }
}
