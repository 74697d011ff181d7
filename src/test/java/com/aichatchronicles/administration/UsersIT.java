package com.aichatchronicles.administration;

import static com.aichatchronicles.testing.Documented.asDocumented;
import static com.aichatchronicles.testing.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import com.aichatchronicles.platform.errors.ErrorCode;
import com.aichatchronicles.testing.Answer;
import com.aichatchronicles.testing.Api;
import com.aichatchronicles.testing.Community;
import com.aichatchronicles.testing.Deployments;
import com.aichatchronicles.testing.Mailbox;
import com.aichatchronicles.testing.Member;
import com.aichatchronicles.testing.Sql;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What admins see of accounts and do to them. */
@ExtendWith(ArquillianExtension.class)
class UsersIT {
    private static final String USERS = "/api/v1/admin/users";
    private static final String ONE = USERS + "/{id}";
    private static final JsonObject BAN =
            Json.createObjectBuilder().add("reason", "Sold sandals").build();

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
    void accountsAreFoundByPartsOfAddressAndName() {
        Member member = Member.register();
        String part = member.email().substring(3, 25).toUpperCase();
        String name = member.username().substring(2, 18);

        assertThat(Community.texts(admin.get(USERS + "?email=" + part), "id"))
                .containsExactly(member.id().toString());
        assertThat(Community.texts(admin.get(USERS + "?name=" + name), "id"))
                .containsExactly(member.id().toString());
        assertThat(Community.total(admin.get(USERS + "?email=" + part + "&name=nobody-else")))
                .isZero();
        assertThat(Community.total(admin.get(USERS + "?email=%25%25%25%25"))).isZero();
        asDocumented("GET " + USERS, admin.get(USERS + "?limit=3"), 200);
    }

    @Test
    void accountsAreFilteredByRoleBanVerificationAndAge() {
        Member member = Member.register("premium");
        String mine = USERS + "?email=" + member.email();
        admin.put(USERS + "/" + member.id() + "/ban", BAN);

        assertThat(Community.total(admin.get(mine + "&role=premium&banned=true&verified=false")))
                .isEqualTo(1);
        assertThat(Community.total(admin.get(mine + "&role=user"))).isZero();
        assertThat(Community.total(admin.get(mine + "&banned=false"))).isZero();
        assertThat(Community.total(admin.get(mine + "&verified=true"))).isZero();
        assertThat(Community.total(admin.get(mine + "&from=" + Instant.now()))).isZero();
        assertThat(Community.total(admin.get(mine + "&to=" + Instant.now()))).isEqualTo(1);
    }

    @Test
    void pagesFollowEachOther() {
        Member.register();
        Member.register();
        Answer first = admin.get(USERS + "?limit=1");
        String cursor = first.body().getJsonObject("pagination").getString("nextCursor");
        Answer second = admin.get(USERS + "?limit=1&cursor=" + cursor);

        assertThat(Community.texts(second, "id")).hasSize(1).isNotEqualTo(Community.texts(first, "id"));
    }

    @Test
    void oneIsReadConditionally() {
        String path = USERS + "/" + Member.register().id();
        Answer found = admin.get(path);

        asDocumented("GET " + ONE, found, 200);
        asDocumented(
                "GET " + ONE, admin.with("If-None-Match", found.header("ETag")).get(path), 304);
    }

    @Test
    void whoIsSignedOutSignsInAgain() {
        Member member = Member.register();

        Answer done = admin.delete(USERS + "/" + member.id() + "/sessions");

        asDocumented("DELETE " + ONE + "/sessions", done, 200);
        assertThat(member.api().get("/api/v1/auth/me").status()).isEqualTo(401);
        assertThat(signIn(member).status()).isEqualTo(200);
    }

    @Test
    void anAddressIsVerifiedOrTheLinkIsSentAgain() {
        Member member = Member.register();
        String path = USERS + "/" + member.id() + "/verification";
        Mailbox.await(member.email(), "Please confirm your e-mail address", 1);

        asDocumented("POST " + ONE + "/verification", admin.post(path, JsonValue.EMPTY_JSON_OBJECT), 200);
        Mailbox.await(member.email(), "Please confirm your e-mail address", 2);
        Answer verified = admin.put(path, JsonValue.EMPTY_JSON_OBJECT);
        asDocumented("PUT " + ONE + "/verification", verified, 200);
        assertThat(Community.data(verified).getBoolean("email_verified")).isTrue();
    }

    @Test
    void whoIsDeletedIsGoneWithEverything() {
        Member member = Member.register();
        UUID conversation = Community.publish(member);

        asDocumented("DELETE " + ONE, admin.delete(USERS + "/" + member.id()), 200);

        assertThat(Api.anonymous().get(Community.path(conversation)).status()).isEqualTo(404);
        assertThat(member.api().get("/api/v1/auth/me").status()).isEqualTo(401);
        assertRefused(admin.get(USERS + "/" + member.id()), ErrorCode.USER_NOT_FOUND);
        assertRefused(admin.delete(USERS + "/" + member.id()), ErrorCode.USER_NOT_FOUND);
        assertThat(Sql.text("SELECT count(*) FROM chronicles.deleted_accounts WHERE account_id = ?", member.id()))
                .isEqualTo("1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"email=ab", "role=owner", "banned=maybe", "from=x", "limit=101", "cursor=%00"})
    void whatIsNoQueryIsRefused(String query) {
        asDocumented("GET " + USERS, admin.get(USERS + "?" + query), 400);
    }

    @Test
    void whatIsNobodyIsNotFound() {
        String nobody = USERS + "/" + UUID.randomUUID();

        assertRefused(admin.get(nobody), ErrorCode.USER_NOT_FOUND);
        assertRefused(admin.put(nobody + "/role", role("user")), ErrorCode.USER_NOT_FOUND);
        assertRefused(admin.put(nobody + "/ban", BAN), ErrorCode.USER_NOT_FOUND);
        assertRefused(admin.delete(nobody + "/sessions"), ErrorCode.USER_NOT_FOUND);
        asDocumented("GET " + ONE, admin.get(USERS + "/1"), 400);
    }

    private static Answer signIn(Member member) {
        return Api.anonymous().post("/api/v1/auth/login", Member.credentials(member.email(), Member.PASSWORD));
    }

    private static JsonObject role(String role) {
        return Json.createObjectBuilder().add("role", role).build();
    }
}
