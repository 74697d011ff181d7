package com.aichatchronicles.scim;

import static com.aichatchronicles.scim.Directory.USERS;
import static com.aichatchronicles.scim.Directory.api;
import static com.aichatchronicles.scim.Directory.assertRefused;
import static com.aichatchronicles.scim.Directory.create;
import static com.aichatchronicles.scim.Directory.filtered;
import static com.aichatchronicles.scim.Directory.newName;
import static com.aichatchronicles.scim.Directory.user;
import static org.assertj.core.api.Assertions.assertThat;

import com.aichatchronicles.scim.protocol.ListRequest;
import com.aichatchronicles.testing.Answer;
import com.aichatchronicles.testing.Deployments;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Filters, order, pages and the choice of attributes. */
@ExtendWith(ArquillianExtension.class)
class ScimListsIT {
    private String name;

    @Deployment(testable = false)
    static WebArchive war() {
        return Deployments.shippedWar();
    }

    @BeforeEach
    void makeThree() {
        name = newName();
        create(
                USERS,
                user("a-" + name + "@elsewhere.example")
                        .add("displayName", "100% " + name)
                        .build());
        create(
                USERS,
                user("b-" + name)
                        .add("externalId", "X-" + name)
                        .add("active", false)
                        .add(
                                "emails",
                                Json.createArrayBuilder()
                                        .add(Json.createObjectBuilder()
                                                .add("value", "Mail-" + name + "@elsewhere.example")
                                                .add("type", "work")))
                        .build());
        create(USERS, user("c-" + name + "@elsewhere.example").build());
    }

    @Test
    void everyComparisonIsAnswered() {
        String mine = "userName co \"" + name + "\" and ";
        assertThat(found("userName eq \"B-" + name.toUpperCase() + "\"")).containsExactly("b");
        assertThat(found("userName sw \"a-" + name + "\"")).containsExactly("a");
        assertThat(found(mine + "userName ew \"@elsewhere.example\"")).containsExactly("a", "c");
        assertThat(found(mine + "userName ne \"b-" + name + "\"")).containsExactly("a", "c");
        assertThat(found(mine + "userName gt \"b-" + name + "\"")).containsExactly("c");
        assertThat(found(mine + "userName le \"b-" + name + "\"")).containsExactly("a", "b");
        assertThat(found("externalId eq \"X-" + name + "\"")).containsExactly("b");
        assertThat(found("externalId eq \"x-" + name + "\"")).as("case counts").isEmpty();
        assertThat(found(mine + "externalId pr")).containsExactly("b");
        assertThat(found(mine + "not (externalId pr)")).containsExactly("a", "c");
        assertThat(found(mine + "not (displayName co \"" + name + "\")")).containsExactly("b", "c");
        assertThat(found(mine + "displayName sw \"100%\"")).containsExactly("a");
        assertThat(found(mine + "displayName sw \"1_0\"")).isEmpty();
        assertThat(found(mine + "active eq false")).containsExactly("b");
        assertThat(found(mine + "(active eq false or displayName pr)")).containsExactly("a", "b");
        assertThat(found("emails.value eq \"mail-" + name + "@elsewhere.example\""))
                .containsExactly("b");
        assertThat(found("emails[type eq \"work\" and value co \"" + name + "\"]"))
                .containsExactly("b");
        assertThat(found("emails[type eq \"work\"].value eq \"mail-" + name + "@elsewhere.example\""))
                .as("as Entra writes it")
                .containsExactly("b");
        assertThat(found("emails[type eq \"home\" and value co \"" + name + "\"]"))
                .isEmpty();
        assertThat(found(mine + "meta.lastModified gt \"2020-01-01T00:00:00Z\""))
                .hasSize(3);
        assertThat(found(mine + "meta.created lt \"2020-01-01T00:00:00Z\"")).isEmpty();
        assertThat(found("urn:ietf:params:scim:schemas:core:2.0:User:userName eq \"b-" + name + "\""))
                .containsExactly("b");
        assertThat(found("id eq \"nobody\"")).isEmpty();
    }

    @Test
    void whatIsInjectedIsCompared() {
        assertThat(found("userName eq \"' OR 1=1 --\"")).isEmpty();
        assertThat(found("userName eq \"%\"")).isEmpty();
        assertThat(found("externalId co \"\\\\\"")).isEmpty();
    }

    @Test
    void anyOtherFilterIsRefused() {
        for (String filter : List.of(
                "nonsense",
                "userName",
                "userName eq",
                "userName xx \"a\"",
                "userName eq \"a",
                "userName eq {}",
                "userName eq 7",
                "name.familyName eq \"a\"",
                "password eq \"a\"",
                "groups.value eq \"a\"",
                "userName[value eq \"a\"]",
                "active gt true",
                "active eq \"maybe\"",
                "id co \"a\"",
                "meta.lastModified gt \"yesterday\"",
                "meta.lastModified co \"2020\"",
                "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department eq \"a\"",
                "userName eq \"" + "a".repeat(2000) + "\"",
                "id pr" + " or id pr".repeat(60),
                "(".repeat(900),
                "not (".repeat(300) + "id pr" + ")".repeat(100))) {
            assertRefused(filtered(USERS, filter), 400, "invalidFilter");
        }
    }

    @Test
    void pagesFollowOneAnother() {
        String filter = URLEncoder.encode("userName co \"" + name + "\"", StandardCharsets.UTF_8);
        String path = USERS + "?filter=" + filter + "&sortBy=userName&count=2&startIndex=";

        JsonObject first = api().get(path + 1).body();
        JsonObject second = api().get(path + 3).body();
        JsonObject beyond = api().get(path + 4000).body();
        JsonObject none = api().get(USERS + "?count=0&filter=" + filter).body();

        assertThat(names(first)).containsExactly("a", "b");
        assertThat(names(second)).containsExactly("c");
        assertThat(List.of(first, second, beyond, none)).allMatch(page -> page.getInt("totalResults") == 3);
        assertThat(second.getInt("startIndex")).isEqualTo(3);
        assertThat(second.getInt("itemsPerPage")).isEqualTo(1);
        assertThat(beyond.getJsonArray("Resources")).isEmpty();
        assertThat(none.getJsonArray("Resources")).isEmpty();
        assertThat(names(api().get(path + "1&sortOrder=descending").body())).containsExactly("c", "b");
        assertThat(names(api().get(path + "-7").body())).containsExactly("a", "b");
    }

    @Test
    void noPageIsTooLong() {
        assertThat(api().get(USERS + "?count=1000000").body().getInt("itemsPerPage"))
                .isLessThanOrEqualTo(ListRequest.MOST);
        assertRefused(api().get(USERS + "?count=many"), 400, "invalidValue");
        assertRefused(api().get(USERS + "?startIndex=1e3"), 400, "invalidValue");
        assertRefused(api().get(USERS + "?sortBy=password"), 400, "invalidValue");
    }

    @Test
    void aClientChoosesTheAttributes() {
        String path = USERS + "?filter=" + URLEncoder.encode("userName eq \"b-" + name + "\"", StandardCharsets.UTF_8);

        JsonObject few = first(path + "&attributes=userName,emails.value");
        JsonObject most = first(path + "&excludedAttributes=emails,meta.location");

        assertThat(few).containsOnlyKeys("schemas", "id", "userName", "emails");
        assertThat(few.getJsonArray("emails").getJsonObject(0)).containsOnlyKeys("value");
        assertThat(most).containsKeys("userName", "active").doesNotContainKey("emails");
        assertThat(most.getJsonObject("meta")).containsKey("version").doesNotContainKey("location");
    }

    private static JsonObject first(String path) {
        return api().get(path).body().getJsonArray("Resources").getJsonObject(0);
    }

    private static List<String> found(String filter) {
        Answer answer =
                api().get(USERS + "?sortBy=userName&filter=" + URLEncoder.encode(filter, StandardCharsets.UTF_8));
        assertThat(answer.status()).as(filter + ' ' + answer.text()).isEqualTo(200);
        return names(answer.body());
    }

    private static List<String> names(JsonObject page) {
        return page.getJsonArray("Resources").stream()
                .map(user -> user.asJsonObject().getString("userName").substring(0, 1))
                .toList();
    }
}
