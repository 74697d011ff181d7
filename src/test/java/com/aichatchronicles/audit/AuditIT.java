package com.aichatchronicles.audit;

import static com.aichatchronicles.testing.Documented.asDocumented;
import static com.aichatchronicles.testing.Refusal.assertRefused;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.aichatchronicles.platform.errors.ErrorCode;
import com.aichatchronicles.testing.Answer;
import com.aichatchronicles.testing.Api;
import com.aichatchronicles.testing.Community;
import com.aichatchronicles.testing.Deployments;
import com.aichatchronicles.testing.Member;
import jakarta.json.JsonObject;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The audit log as admins see it. */
@ExtendWith(ArquillianExtension.class)
class AuditIT {
    private static final String AUDIT = "/api/v1/admin/audit";

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
    void rowsAreFoundByActorSubjectActionOutcomeAndTime() {
        Instant begin = Instant.now().minusSeconds(1);
        Member member = Member.register();
        member.api().get(AUDIT);
        AuditLog.await("actor_id = ?", 2, member.id());
        String mine = AUDIT + "?actor=" + member.id();

        assertThat(Community.texts(admin.get(mine), "action")).containsExactly("access", "sign_in");
        assertThat(Community.texts(admin.get(mine + "&outcome=refused"), "action"))
                .containsExactly("access");
        assertThat(Community.texts(admin.get(mine + "&outcome=done"), "action")).containsExactly("sign_in");
        assertThat(Community.texts(admin.get(mine + "&action=sign_in"), "action"))
                .containsExactly("sign_in");
        assertThat(Community.texts(admin.get(AUDIT + "?subject=" + member.id()), "action"))
                .containsExactly("sign_in", "user.registered");
        assertThat(Community.total(admin.get(mine + "&from=" + begin))).isEqualTo(2);
        assertThat(Community.total(admin.get(mine + "&to=" + begin))).isZero();
        asDocumented("GET " + AUDIT, admin.get(mine), 200);
    }

    @Test
    void pagesFollowEachOther() {
        Member member = Member.register();
        for (int i = 0; i < 4; i++) {
            member.signIn();
        }
        AuditLog.await("actor_id = ?", 5, member.id());
        String query = AUDIT + "?limit=2&actor=" + member.id();

        Answer first = admin.get(query);
        String cursor = first.body().getJsonObject("pagination").getString("nextCursor");
        Answer second = admin.get(query + "&cursor=" + cursor);

        assertThat(Community.texts(first, "id")).hasSize(2).doesNotContainAnyElementsOf(Community.texts(second, "id"));
        assertThat(Community.texts(second, "id")).hasSize(2);
    }

    @Test
    void theExportIsEveryRowOnALineInTheOrderOfTheChain() throws Exception {
        Member member = Member.register();
        AuditLog.await("actor_id = ?", 1, member.id());

        Answer export = admin.with("Accept", "application/x-ndjson").get(AUDIT + "/export");

        assertThat(export.status()).isEqualTo(200);
        assertThat(export.header("Content-Type")).startsWith("application/x-ndjson");
        assertThat(export.header("Cache-Control")).isEqualTo("no-store");
        List<JsonObject> rows = export.text().lines().map(Answer::json).toList();
        for (int i = 1; i < rows.size(); i++) {
            assertThat(rows.get(i).getInt("position")).isEqualTo(rows.get(i - 1).getInt("position") + 1);
            assertThat(rows.get(i).getString("previous_hash"))
                    .isEqualTo(rows.get(i - 1).getString("hash"));
            assertThat(sha256(rows.get(i))).isEqualTo(rows.get(i).getString("hash"));
        }
        assertThat(rows).anyMatch(row -> row.toString().contains(member.id().toString()));
    }

    @Test
    void theExportTakesTheSameFilters() {
        Member member = Member.register();
        AuditLog.await("actor_id = ?", 1, member.id());

        Answer export = admin.with("Accept", "*/*").get(AUDIT + "/export?action=sign_in&actor=" + member.id());

        assertThat(export.text().lines()).hasSize(1);
    }

    @Test
    void aCheckOfTheUntouchedLogFindsItIntact() {
        Answer check = admin.get(AUDIT + "/check");

        asDocumented("GET " + AUDIT + "/check", check, 200);
        assertThat(Community.data(check).getBoolean("intact")).as(check.text()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/export", "/check"})
    void onlyAdminsSeeIt(String path) {
        Api wide = Api.anonymous().with("Accept", "*/*");

        assertRefused(wide.get(AUDIT + path), ErrorCode.MISSING_TOKEN);
        assertRefused(wide.as(Member.register().token()).get(AUDIT + path), ErrorCode.INSUFFICIENT_PERMISSIONS);
        assertRefused(
                wide.as(Member.register("moderator").token()).get(AUDIT + path), ErrorCode.INSUFFICIENT_PERMISSIONS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "actor=1",
                "subject=x'--",
                "outcome=maybe",
                "from=yesterday",
                "to=2026-02-31T00:00:00Z",
                "limit=0",
                "cursor=x",
                "action=%00"
            })
    void whatIsNoQueryIsRefused(String query) {
        asDocumented("GET " + AUDIT, admin.get(AUDIT + "?" + query), 400);
    }

    @Test
    void whatNobodyDidIsAnEmptyPage() {
        assertThat(Community.total(admin.get(AUDIT + "?actor=" + UUID.randomUUID())))
                .isZero();
    }

    /** What somebody works out who has nothing but the export. */
    private static String sha256(JsonObject row) throws NoSuchAlgorithmException {
        Stream<String> parts = Stream.of(
                String.valueOf(row.getInt("position")),
                row.getString("previous_hash"),
                row.getString("id"),
                row.getString("recorded_at"),
                row.getString("action"),
                row.getString("outcome"),
                String.valueOf(row.getInt("times")),
                row.getJsonObject("actor").getString("kind"),
                row.getJsonObject("actor").getString("id", ""),
                row.isNull("subject") ? "" : row.getJsonObject("subject").getString("kind"),
                row.isNull("subject") ? "" : row.getJsonObject("subject").getString("id", ""),
                row.getString("address", ""),
                row.getString("request_id", ""),
                row.getJsonObject("details").toString());
        String netstrings = parts.map(part -> part.getBytes(UTF_8).length + ":" + part + ",")
                .collect(Collectors.joining());
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(netstrings.getBytes(UTF_8)));
    }
}
