package com.aichatchronicles.administration;

import static com.aichatchronicles.testing.Documented.asDocumented;
import static com.aichatchronicles.testing.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import com.aichatchronicles.platform.errors.ErrorCode;
import com.aichatchronicles.testing.Answer;
import com.aichatchronicles.testing.Api;
import com.aichatchronicles.testing.Community;
import com.aichatchronicles.testing.Deployments;
import com.aichatchronicles.testing.Member;
import com.aichatchronicles.testing.SecondServer;
import com.aichatchronicles.testing.Sql;
import com.aichatchronicles.testing.Together;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Admins who put somebody's profile right. */
@ExtendWith(ArquillianExtension.class)
class EditedProfileIT {
    private static final String USERS = "/api/v1/admin/users/";
    private static final String OPERATION = "PUT /api/v1/admin/users/{id}/profile";
    private static final String PROFILES = "/api/v1/profiles/";

    private static Api admin;

    @Deployment(testable = false)
    static WebArchive war() {
        return Deployments.shippedWar();
    }

    @BeforeAll
    static void signIn() {
        admin = Member.admin().api();
    }

    @Test
    void whatIsGivenIsChangedAndTheRestStays() {
        Member member = Member.register();
        String username = Member.newUsername();

        Answer edited = edit(admin, member.id(), change("full_name", "A Better Name"));
        asDocumented(OPERATION, edited, 200);
        assertThat(Community.data(edited).getString("full_name")).isEqualTo("A Better Name");
        assertThat(Community.data(edited).getString("username")).isEqualTo(member.username());

        Answer renamed = edit(admin, member.id(), change("username", username));
        assertThat(Community.data(renamed).getString("full_name")).isEqualTo("A Better Name");
        assertThat(Community.data(renamed).getString("username")).isEqualTo(username);
        JsonObject own = Community.data(member.api().get("/api/v1/auth/me"));
        assertThat(own.getString("full_name")).isEqualTo("A Better Name");
        assertThat(own.getString("username")).isEqualTo(username);
    }

    @Test
    void neitherRoleNorAddressIsPartOfAProfile() {
        Member member = Member.register();
        JsonObject change = Json.createObjectBuilder(change("bio", "A bio"))
                .add("role", "admin")
                .add("email", Member.newEmail())
                .add("id", UUID.randomUUID().toString())
                .build();

        JsonObject edited = Community.data(edit(admin, member.id(), change));

        assertThat(edited.getString("role")).isEqualTo("user");
        assertThat(edited.getString("email")).isEqualTo(member.email());
        assertThat(edited.getString("id")).isEqualTo(member.id().toString());
    }

    @Test
    void theTagOfTheAnswerIsThatOfTheNextReadAndTheFormerIsOver() {
        Member member = Member.register();
        String path = USERS + member.id();
        String former = admin.get(path).header("ETag");

        String tag =
                edit(admin, member.id(), change("full_name", "Another Name")).header("ETag");

        assertThat(admin.with("If-None-Match", tag).get(path).status()).isEqualTo(304);
        assertThat(admin.with("If-None-Match", former).get(path).status()).isEqualTo(200);
    }

    @Test
    void noCacheOfAnyServerShowsTheFormerProfile() throws Exception {
        Member member = Member.register();
        UUID conversation = Community.publish(member);
        List<Api> servers = List.of(Api.anonymous(), SecondServer.shared().api());
        for (Api server : servers) {
            server.get(PROFILES + member.username()); // so that both have kept it
            server.get(Community.path(conversation));
        }

        edit(admin, member.id(), change("full_name", "Put Right"));

        assertThat(servers.get(0).get(PROFILES + member.username()).text()).contains("Put Right");
        assertThat(servers.get(0).get(Community.path(conversation)).text()).contains("Put Right");
        awaitText(servers.get(1), PROFILES + member.username(), "Put Right");
        awaitText(servers.get(1), Community.path(conversation), "Put Right");
    }

    @Test
    void theAuditLogTellsWhoDidIt() throws Exception {
        Member member = Member.register();
        String request = "profile-" + UUID.randomUUID();

        edit(admin.with("X-Request-Id", request), member.id(), change("bio", "Nothing that a log should hold"));

        String rows = "SELECT count(*) FROM chronicles.audit_log WHERE request_id = ?";
        await(() -> Sql.text(rows, request).equals("1"));
        assertThat(Sql.text("""
                SELECT concat_ws(' ', action, outcome, actor_kind, actor_id, subject_kind, subject_id, details)
                  FROM chronicles.audit_log WHERE request_id = ?""", request))
                .isEqualTo("user.profile_edited done user " + Member.admin().id() + " user " + member.id() + " {}");
    }

    @Test
    void nobodyButAnAdminMayDoIt() {
        Member member = Member.register();
        JsonObject change = change("full_name", "Mine Now");

        assertRefused(edit(Api.anonymous(), member.id(), change), ErrorCode.MISSING_TOKEN);
        assertRefused(edit(member.api(), member.id(), change), ErrorCode.INSUFFICIENT_PERMISSIONS);
        assertRefused(edit(Member.register().api(), member.id(), change), ErrorCode.INSUFFICIENT_PERMISSIONS);
        assertRefused(
                edit(Member.register("moderator").api(), member.id(), change), ErrorCode.INSUFFICIENT_PERMISSIONS);
        assertThat(Community.data(member.api().get("/api/v1/auth/me")).getString("full_name"))
                .isEqualTo(member.name());
    }

    @Test
    void whoIsNotThereHasNoProfile() {
        Answer unknown = edit(admin, UUID.randomUUID(), change("bio", "A bio"));
        Member deleted = Member.register();
        admin.delete(USERS + deleted.id());

        asDocumented(OPERATION, unknown, 404);
        assertRefused(unknown, ErrorCode.PROFILE_NOT_FOUND);
        assertRefused(edit(admin, deleted.id(), change("bio", "A bio")), ErrorCode.PROFILE_NOT_FOUND);
        asDocumented(OPERATION, admin.put(USERS + "1/profile", change("bio", "A bio")), 400);
    }

    @Test
    void aUsernameThatSomebodyHasStaysTheirs() throws Exception {
        Member member = Member.register();
        Member other = Member.register();
        asDocumented(
                OPERATION,
                edit(admin, member.id(), change("username", other.username().toLowerCase())),
                409);

        JsonObject wanted = change("username", Member.newUsername());
        List<Callable<Integer>> both = List.of(
                () -> edit(admin, member.id(), wanted).status(),
                () -> edit(admin, other.id(), wanted).status());
        assertThat(Together.run(both)).containsExactlyInAnyOrder(200, 409);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "7",
                "{",
                "{\"full_name\":\"\"}",
                "{\"full_name\":7}",
                "{\"full_name\":\"two\\nlines\"}",
                "{\"username\":\"a b\"}",
                "{\"username\":\"ab\"}",
                "{\"website\":\"javascript:alert(1)\"}",
                "{\"avatar_url\":\"data:text/html,x\"}",
                "{\"interests\":[\"\"]}",
                "{\"bio\":\"a\\u0000b\"}"
            })
    void whatIsNoProfileIsRefusedAndChangesNothing(String body) {
        Member member = Member.register();

        Answer refused = admin.send("PUT", USERS + member.id() + "/profile", body);

        asDocumented(OPERATION, refused, 400);
        assertThat(Community.data(member.api().get("/api/v1/auth/me")).getString("full_name"))
                .isEqualTo(member.name());
    }

    private static Answer edit(Api caller, UUID user, JsonObject change) {
        return caller.put(USERS + user + "/profile", change);
    }

    private static JsonObject change(String name, String value) {
        return Json.createObjectBuilder().add(name, value).build();
    }

    private static void awaitText(Api server, String path, String text) throws Exception {
        await(() -> server.get(path).text().contains(text));
    }

    private static void await(Callable<Boolean> condition) throws Exception {
        Instant deadline = Instant.now().plusSeconds(20);
        while (!condition.call()) {
            assertThat(Instant.now()).isBefore(deadline);
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }
}
