package com.aichatchronicles.scim;

import static com.aichatchronicles.scim.Directory.GROUPS;
import static com.aichatchronicles.scim.Directory.USERS;
import static com.aichatchronicles.scim.Directory.api;
import static com.aichatchronicles.scim.Directory.assertRefused;
import static com.aichatchronicles.scim.Directory.changes;
import static com.aichatchronicles.scim.Directory.create;
import static com.aichatchronicles.scim.Directory.group;
import static com.aichatchronicles.scim.Directory.newAddress;
import static com.aichatchronicles.scim.Directory.newName;
import static com.aichatchronicles.scim.Directory.newUser;
import static com.aichatchronicles.scim.Directory.user;
import static org.assertj.core.api.Assertions.assertThat;

import com.aichatchronicles.testing.Answer;
import com.aichatchronicles.testing.Deployments;
import jakarta.json.JsonObject;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What RFC 7643 and RFC 7644 ask for in so many words. */
@ExtendWith(ArquillianExtension.class)
class ScimProtocolIT {
    @Deployment(testable = false)
    static WebArchive war() {
        return Deployments.shippedWar();
    }

    @Test
    void whatHasNeverBeenChangedWasLastModifiedWhenItWasMade() { // RFC 7643, section 3.1
        JsonObject user = create(USERS, user(newAddress()).build());
        JsonObject group = create(GROUPS, group(newName()));
        for (JsonObject made : List.of(user, group)) {
            JsonObject meta = made.getJsonObject("meta");
            assertThat(meta.getString("lastModified")).isEqualTo(meta.getString("created"));
        }
    }

    @Test
    void aChangeOfAGroupIsAnsweredWithTheAttributesThatAreAskedFor() { // RFC 7644, section 3.5.2
        String user = newUser(newAddress());
        String path = GROUPS + "/" + create(GROUPS, group(newName())).getString("id");
        JsonObject add = changes("{\"op\":\"add\",\"path\":\"members\",\"value\":[{\"value\":\"" + user + "\"}]}");

        Answer silent = api().patch(path, add);
        Answer named = api().patch(path + "?attributes=displayName", add);
        Answer members = api().patch(path + "?attributes=members", add);

        assertThat(silent.status()).isEqualTo(204);
        assertThat(named.status()).isEqualTo(200);
        assertThat(named.body()).containsOnlyKeys("schemas", "id", "displayName");
        assertThat(named.header("ETag")).isNotNull().isNotEqualTo(silent.header("ETag"));
        assertThat(members.body().getJsonArray("members")).hasSize(1);
    }

    @Test
    void aChangeThatMeetsNothingHasNoTarget() { // RFC 7644, sections 3.5.2.2 and 3.5.2.3
        String path = USERS + "/" + newUser(newAddress());

        assertRefused(api().patch(path, changes("{\"op\":\"remove\"}")), 400, "noTarget");
        assertRefused(
                api().patch(path, changes("{\"op\":\"remove\",\"value\":{\"displayName\":\"x\"}}")), 400, "noTarget");
        assertRefused(
                api().patch(
                                path,
                                changes("{\"op\":\"replace\",\"path\":\"emails[value eq "
                                        + "\\\"nobody@elsewhere.example\\\"].type\",\"value\":\"home\"}")),
                400,
                "noTarget");
        assertThat(api().get(path).body()).doesNotContainKey("emails");
    }

    @Test
    void whatTheTreeSaysOfItselfIsNotFiltered() { // RFC 7644, section 4
        assertRefused(api().get("/scim/v2/Schemas?filter=id%20pr"), 403, null);
        assertRefused(api().get("/scim/v2/ResourceTypes?filter=id%20pr"), 403, null);
    }

    @Test
    void anOrderIsAscendingOrDescending() { // RFC 7644, section 3.4.2.3
        assertThat(api().get(USERS + "?count=1&sortBy=userName&sortOrder=DESCENDING")
                        .status())
                .isEqualTo(200);
        assertRefused(api().get(USERS + "?sortBy=userName&sortOrder=sideways"), 400, "invalidValue");
    }

    @Test
    void whoIsLetInIsNotChallenged() { // RFC 6750, section 3
        assertThat(api().get(USERS + "?count=1").header("WWW-Authenticate")).isNull();
        assertThat(api().get(USERS + "/none").header("WWW-Authenticate")).isNull();
        assertThat(api().as("wrong").get(USERS).header("WWW-Authenticate"))
                .startsWith("Bearer realm=\"aichatchronicles\"");
    }
}
