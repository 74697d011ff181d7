package com.aichatchronicles.credentials;

import static com.aichatchronicles.testing.Member.PASSWORD;
import static com.aichatchronicles.testing.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import com.aichatchronicles.platform.errors.ErrorCode;
import com.aichatchronicles.testing.Answer;
import com.aichatchronicles.testing.Api;
import com.aichatchronicles.testing.Deployments;
import com.aichatchronicles.testing.Member;
import com.aichatchronicles.testing.Sql;
import com.aichatchronicles.testing.Together;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** That an account goes with everything that hangs on it, and nothing else. */
@ExtendWith(ArquillianExtension.class)
class AccountDeletionIT {
    private static final String PATH = "/api/v1/auth/account";

    @Deployment(testable = false)
    static WebArchive war() {
        return Deployments.shippedWar();
    }

    @Test
    void theAccountIsGoneForGood() {
        Member member = Member.register();
        Member elsewhere = member.signIn();

        Answer answer = delete(member, PASSWORD);

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.body().getString("message")).isEqualTo("Account deleted successfully");
        assertRefused(member.api().get("/api/v1/auth/me"), ErrorCode.INVALID_TOKEN);
        assertRefused(elsewhere.api().get("/api/v1/auth/me"), ErrorCode.INVALID_TOKEN);
        assertRefused(
                Api.anonymous().post("/api/v1/auth/login", Member.credentials(member.email(), PASSWORD)),
                ErrorCode.INVALID_CREDENTIALS);
    }

    @Test
    void everythingThatHangsOnItGoesAndWhatIsOfOthersStays() {
        Member leaver = Member.register();
        Member friend = Member.register();
        UUID own = conversation(leaver);
        UUID foreign = conversation(friend);
        for (Member one : List.of(leaver, friend)) {
            for (UUID conversation : List.of(own, foreign)) {
                comment(one, conversation);
                Sql.update("INSERT INTO public.likes (user_id, conversation_id) VALUES (?, ?)", one.id(), conversation);
            }
        }
        follow(leaver, friend);
        follow(friend, leaver);
        UUID seminar = seminar(leaver);
        register(friend, seminar);
        register(leaver, seminar(friend));

        assertThat(delete(leaver, PASSWORD).status()).isEqualTo(200);

        for (String rest : List.of(
                "auth.users WHERE id",
                "public.profiles WHERE id",
                "public.conversations WHERE author_id",
                "public.comments WHERE author_id",
                "public.likes WHERE user_id",
                "public.follows WHERE follower_id",
                "public.follows WHERE following_id",
                "public.seminars WHERE host_id",
                "public.seminar_participants WHERE user_id",
                "chronicles.sessions WHERE user_id",
                "chronicles.known_devices WHERE user_id",
                "chronicles.username_looks WHERE user_id")) {
            assertThat(count(rest + " = ?", leaver.id())).as(rest).isZero();
        }
        assertThat(count("public.comments WHERE conversation_id = ?", foreign)).isEqualTo(1);
        assertThat(Sql.text(
                        "SELECT likes_count || '/' || comments_count FROM public.conversations WHERE id = ?", foreign))
                .isEqualTo("1/1");
        assertThat(friend.api().get("/api/v1/auth/me").status()).isEqualTo(200);
    }

    @Test
    void nobodyReadsItFromACacheAfterwards() {
        Member leaver = Member.register();
        String own = "/api/v1/conversations/" + conversation(leaver);
        String foreign = "/api/v1/conversations/" + conversation(Member.register());
        comment(leaver, UUID.fromString(foreign.substring(foreign.lastIndexOf('/') + 1)));
        assertThat(Api.anonymous().get(own).status()).isEqualTo(200);
        assertThat(comments(foreign)).isEqualTo(1);

        delete(leaver, PASSWORD);

        assertRefused(Api.anonymous().get(own), ErrorCode.CONVERSATION_NOT_FOUND);
        assertThat(comments(foreign)).isZero();
    }

    @Test
    void whatStaysNamesNobody() {
        Member member = Member.register();

        delete(member, PASSWORD);

        String note = Sql.text("SELECT d::text FROM chronicles.deleted_accounts d WHERE account_id = ?", member.id());
        assertThat(note).contains(member.id().toString()).doesNotContain(member.email(), member.username(), "Member");
    }

    @Test
    void addressAndUsernameAreFreeAgain() {
        Member member = Member.register();
        delete(member, PASSWORD);

        JsonObject again = Json.createObjectBuilder(Member.registration(member.email()))
                .add("username", member.username())
                .build();

        assertThat(Api.anonymous().post("/api/v1/auth/register", again).status())
                .isEqualTo(201);
    }

    @Test
    void anAddressThatASoftlyDeletedAccountHoldsIsFree() {
        Member member = Member.register();
        Sql.update("UPDATE auth.users SET deleted_at = now(), email = NULL WHERE id = ?", member.id());

        Answer again = Api.anonymous().post("/api/v1/auth/register", Member.registration(member.email()));

        assertThat(again.status()).as(again.text()).isEqualTo(201);
        assertThat(Sql.text("SELECT email FROM public.profiles WHERE id = ?", member.id()))
                .isEqualTo(member.id() + "@deleted.invalid");
    }

    @Test
    void aWrongPasswordDeletesNothing() {
        Member member = Member.register();

        assertRefused(delete(member, "Wrong-horse-7"), ErrorCode.INVALID_PASSWORD);
        assertRefused(Api.anonymous().send("DELETE", PATH, body(PASSWORD).toString()), ErrorCode.MISSING_TOKEN);
        assertThat(member.api().send("DELETE", PATH, "{}").status()).isEqualTo(400);
        assertThat(member.api().get("/api/v1/auth/me").status()).isEqualTo(200);
    }

    @Test
    void ofTwoDeletionsAtOnceOneWins() throws Exception {
        Member member = Member.register();

        List<Integer> statuses = Together.run(4, () -> delete(member, PASSWORD).status());

        assertThat(statuses).containsOnlyOnce(200);
        assertThat(statuses).filteredOn(status -> status != 200).containsOnly(401);
        assertThat(count("chronicles.deleted_accounts WHERE account_id = ?", member.id()))
                .isEqualTo(1);
    }

    private static Answer delete(Member member, String password) {
        return member.api().send("DELETE", PATH, body(password).toString());
    }

    private static JsonObject body(String password) {
        return Json.createObjectBuilder().add("password", password).build();
    }

    private static int comments(String conversation) {
        return Api.anonymous().get(conversation).body().getJsonObject("data").getInt("comments_count");
    }

    private static int count(String rest, UUID id) {
        return Integer.parseInt(Sql.text("SELECT count(*) FROM " + rest, id));
    }

    private static UUID conversation(Member author) {
        UUID id = UUID.randomUUID();
        Sql.update(
                "INSERT INTO public.conversations (id, title, content, author_id, published)"
                        + " VALUES (?, 'Gone', 'x', ?, true)",
                id,
                author.id());
        return id;
    }

    private static void comment(Member author, UUID conversation) {
        Sql.update(
                "INSERT INTO public.comments (conversation_id, author_id, content) VALUES (?, ?, 'x')",
                conversation,
                author.id());
    }

    private static void follow(Member follower, Member followed) {
        Sql.update(
                "INSERT INTO public.follows (follower_id, following_id) VALUES (?, ?)", follower.id(), followed.id());
    }

    private static UUID seminar(Member host) {
        UUID id = UUID.randomUUID();
        Sql.update(
                "INSERT INTO public.seminars (id, title, description, host_id, scheduled_at, category)"
                        + " VALUES (?, 'Gone', 'x', ?, now(), 'Science')",
                id,
                host.id());
        return id;
    }

    private static void register(Member member, UUID seminar) {
        Sql.update("INSERT INTO public.seminar_participants (seminar_id, user_id) VALUES (?, ?)", seminar, member.id());
    }
}
