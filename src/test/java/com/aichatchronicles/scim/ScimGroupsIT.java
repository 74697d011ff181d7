package com.aichatchronicles.scim;

import static com.aichatchronicles.scim.Directory.GROUPS;
import static com.aichatchronicles.scim.Directory.USERS;
import static com.aichatchronicles.scim.Directory.api;
import static com.aichatchronicles.scim.Directory.assertRefused;
import static com.aichatchronicles.scim.Directory.changes;
import static com.aichatchronicles.scim.Directory.create;
import static com.aichatchronicles.scim.Directory.filtered;
import static com.aichatchronicles.scim.Directory.group;
import static com.aichatchronicles.scim.Directory.newAddress;
import static com.aichatchronicles.scim.Directory.newName;
import static com.aichatchronicles.scim.Directory.newUser;
import static org.assertj.core.api.Assertions.assertThat;

import com.aichatchronicles.testing.Answer;
import com.aichatchronicles.testing.Deployments;
import com.aichatchronicles.testing.Sql;
import com.aichatchronicles.testing.Together;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArquillianExtension.class)
class ScimGroupsIT {
    @Deployment(testable = false)
    static WebArchive war() {
        return Deployments.shippedWar();
    }

    @Test
    void aGroupIsMadeWithItsMembers() {
        String user = newUser(newAddress());
        String name = newName();

        JsonObject made = create(GROUPS, group(name, user, user));

        String id = made.getString("id");
        assertThat(made.getString("displayName")).isEqualTo(name);
        assertThat(made.getJsonArray("members")).hasSize(1);
        assertThat(api().get(GROUPS + "/" + id).body()).isEqualTo(made);
        assertThat(api().get(GROUPS + "/" + id + "?excludedAttributes=members").body())
                .doesNotContainKey("members");
        JsonObject groups =
                api().get(USERS + "/" + user).body().getJsonArray("groups").getJsonObject(0);
        assertThat(groups.getString("value")).isEqualTo(id);
        assertThat(groups.getString("display")).isEqualTo(name);
        assertRefused(api().post(GROUPS, group(name.toUpperCase())), 409, "uniqueness");
    }

    @Test
    void membersComeAndGoAsEntraAndOktaWriteIt() {
        String one = newUser(newAddress());
        String other = newUser(newAddress());
        String path = GROUPS + "/" + create(GROUPS, group(newName())).getString("id");

        change(
                path,
                "{\"op\":\"Add\",\"path\":\"members\",\"value\":[{\"value\":\"" + one + "\"},{\"value\":\"" + other
                        + "\"}]}");
        assertThat(members(path)).containsExactlyInAnyOrder(one, other);
        change(path, "{\"op\":\"remove\",\"path\":\"members[value eq \\\"" + one + "\\\"]\"}");
        assertThat(members(path)).containsExactly(other);
        change(path, "{\"op\":\"Remove\",\"path\":\"members\",\"value\":[{\"value\":\"" + other + "\"}]}");
        assertThat(members(path)).isEmpty();
        change(path, "{\"op\":\"replace\",\"path\":\"members\",\"value\":[{\"value\":\"" + one + "\"}]}");
        assertThat(members(path)).containsExactly(one);
        change(path, "{\"op\":\"replace\",\"value\":{\"id\":\"x\",\"displayName\":\"" + newName() + "\"}}");
        assertThat(members(path)).containsExactly(one);
        change(path, "{\"op\":\"remove\",\"path\":\"members\"}");
        assertThat(members(path)).isEmpty();
    }

    @Test
    void aGroupGivesAndTakesARole() {
        String user = newUser(newAddress());
        String mods = mapped("mods");
        String club = mapped("club");

        change(mods, member("add", user));
        assertThat(role(user)).isEqualTo("moderator");
        change(club, member("add", user));
        assertThat(role(user)).as("the higher one").isEqualTo("moderator");
        change(mods, "{\"op\":\"remove\",\"path\":\"members[value eq \\\"" + user + "\\\"]\"}");
        assertThat(role(user)).isEqualTo("premium");
        assertThat(api().delete(club).status()).isEqualTo(204);
        assertThat(role(user)).isEqualTo("user");
        assertThat(api().get(USERS + "/" + user).status()).isEqualTo(200);
        assertRefused(api().get(club), 404, null);
    }

    @Test
    void aRoleThatNoGroupHasGivenIsLeftAlone() {
        String user = newUser(newAddress());
        Sql.update(
                "UPDATE auth.users SET raw_app_meta_data = raw_app_meta_data || '{\"role\":\"premium\"}' WHERE id = ?",
                UUID.fromString(user));
        String path = GROUPS + "/" + create(GROUPS, group(newName(), user)).getString("id");

        change(path, "{\"op\":\"remove\",\"path\":\"members\"}");

        assertThat(role(user)).isEqualTo("premium");
    }

    @Test
    void anotherNameOfAGroupIsAnotherRole() {
        String user = newUser(newAddress());
        String admins = mapped("Site admins");
        change(admins, member("replace", user));
        assertThat(role(user)).isEqualTo("admin");

        change(admins, "{\"op\":\"replace\",\"path\":\"displayName\",\"value\":\"" + newName() + "\"}");

        assertThat(role(user)).isEqualTo("user");
    }

    @Test
    void membersThatComeAtOnceAreAllThere() throws Exception {
        List<String> users = java.util.stream.Stream.generate(() -> newUser(newAddress()))
                .limit(6)
                .toList();
        String path = GROUPS + "/" + create(GROUPS, group(newName())).getString("id");

        List<Integer> statuses = Together.run(users.stream()
                .<Callable<Integer>>map(user ->
                        () -> api().patch(path, changes(member("add", user))).status())
                .toList());

        assertThat(statuses).containsOnly(204);
        assertThat(members(path)).containsExactlyInAnyOrderElementsOf(users);
    }

    @Test
    void aGroupIsReplacedAndFound() {
        String user = newUser(newAddress());
        String name = newName();
        String id = create(GROUPS, group(newName(), newUser(newAddress()))).getString("id");

        Answer answer = api().put(GROUPS + "/" + id, group(name, user));

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(members(GROUPS + "/" + id)).containsExactly(user);
        assertThat(filtered(GROUPS, "displayName eq \"" + name.toUpperCase() + "\"")
                        .body()
                        .getInt("totalResults"))
                .isEqualTo(1);
        assertThat(filtered(GROUPS, "id eq \"" + id + "\" and members eq \"" + user + "\"")
                        .body()
                        .getInt("totalResults"))
                .isEqualTo(1);
        JsonObject none = filtered(GROUPS, "members[value eq \"" + UUID.randomUUID() + "\"]")
                .body();
        assertThat(none.getInt("totalResults")).isZero();
    }

    @Test
    void whatIsNoGroupOrNoChangeIsRefused() {
        String path = GROUPS + "/" + create(GROUPS, group(newName())).getString("id");

        assertRefused(api().post(GROUPS, group("")), 400, "invalidValue");
        assertRefused(api().post(GROUPS, group(newName(), UUID.randomUUID().toString())), 400, "invalidValue");
        assertRefused(api().post(GROUPS, group(newName(), "nobody")), 400, "invalidValue");
        assertRefused(api().patch(path, changes(member("add", "nobody"))), 400, "invalidValue");
        assertRefused(
                api().patch(path, changes("{\"op\":\"remove\",\"path\":\"members[display eq \\\"x\\\"]\"}")),
                400,
                "invalidFilter");
        assertRefused(api().patch(path, changes("{\"op\":\"remove\",\"path\":\"displayName\"}")), 400, "invalidValue");
        assertRefused(
                api().patch(path, changes("{\"op\":\"replace\",\"path\":\"id\",\"value\":\"x\"}")), 400, "mutability");
        assertRefused(api().patch(GROUPS + "/none", changes(member("add", "x"))), 404, null);
        assertRefused(api().with("If-Match", "W/\"0\"").delete(path), 412, null);
        assertThat(members(path)).isEmpty();
    }

    /** @return the path of the group of that name, without members; other tests may have left one */
    private static String mapped(String name) {
        String found = filtered(GROUPS, "displayName eq \"" + name + "\"").text();
        if (found.contains("\"id\"")) {
            String id = Answer.json(found)
                    .getJsonArray("Resources")
                    .getJsonObject(0)
                    .getString("id");
            api().delete(GROUPS + "/" + id);
        }
        return GROUPS + "/" + create(GROUPS, group(name)).getString("id");
    }

    private static String member(String operation, String user) {
        return "{\"op\":\"" + operation + "\",\"path\":\"members\",\"value\":[{\"value\":\"" + user + "\"}]}";
    }

    private static void change(String path, String operation) {
        Answer answer = api().patch(path, changes(operation));
        assertThat(answer.status()).as(answer.text()).isEqualTo(204);
    }

    private static List<String> members(String path) {
        JsonObject group = api().get(path).body();
        return group.containsKey("members")
                ? group.getJsonArray("members").stream()
                        .map(member -> member.asJsonObject().getString("value"))
                        .toList()
                : List.of();
    }

    private static String role(String user) {
        return Sql.text("SELECT account_role FROM auth.users WHERE id = ?", UUID.fromString(user));
    }
}
