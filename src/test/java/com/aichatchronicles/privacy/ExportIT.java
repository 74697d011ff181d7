package com.aichatchronicles.privacy;

import static com.aichatchronicles.testing.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import com.aichatchronicles.platform.errors.ErrorCode;
import com.aichatchronicles.testing.Answer;
import com.aichatchronicles.testing.Api;
import com.aichatchronicles.testing.Deployments;
import com.aichatchronicles.testing.Member;
import com.aichatchronicles.testing.Sql;
import com.aichatchronicles.testing.TestServer;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** That people get everything held about them, and nothing about others. */
@ExtendWith(ArquillianExtension.class)
class ExportIT {
    private static final String PATH = "/api/v1/auth/export";

    @Deployment(testable = false)
    static WebArchive war() {
        return Deployments.shippedWar();
    }

    @Test
    void everythingAboutTheCallerIsInIt() throws Exception {
        Member member = Member.register();
        Member other = Member.register();
        publish(member, "Mine \u00fc \"quoted\"");
        publish(other, "Not mine");
        Sql.update("INSERT INTO public.follows (follower_id, following_id) VALUES (?, ?)", other.id(), member.id());

        HttpResponse<byte[]> answer = export(member);
        Map<String, String> files = unzip(answer.body());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/zip");
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(answer.headers().firstValue("Content-Disposition"))
                .contains("attachment; filename=\"personal-data.zip\"");
        assertThat(files).hasSize(PersonalTable.values().length + 1).containsKey("README.txt");
        assertThat(array(files, "account").getJsonObject(0).getString("email")).isEqualTo(member.email());
        assertThat(array(files, "profile").getJsonObject(0).getString("username"))
                .isEqualTo(member.username());
        assertThat(array(files, "conversations")).hasSize(1);
        assertThat(array(files, "conversations").getJsonObject(0).getString("title"))
                .isEqualTo("Mine \u00fc \"quoted\"");
        assertThat(array(files, "followers")).hasSize(1);
        assertThat(array(files, "following")).isEmpty();
        assertThat(array(files, "sessions")).hasSize(1);
        assertThat(String.join("", files.values())).doesNotContain("Not mine", other.email());
    }

    @Test
    void noSecretIsInIt() throws Exception {
        Member member = Member.register();
        String hash = Sql.text("SELECT encrypted_password FROM auth.users WHERE id = ?", member.id());

        String all = String.join("", unzip(export(member).body()).values());

        assertThat(all).doesNotContain(hash, member.refreshToken(), member.token(), "argon2");
        assertThat(all)
                .doesNotContain(Sql.text(
                        "SELECT r.hash FROM chronicles.refresh_tokens r"
                                + " JOIN chronicles.sessions s ON s.id = r.session_id WHERE s.user_id = ?",
                        member.id()));
    }

    @Test
    void manyConversationsAreAllInIt() throws Exception {
        Member member = Member.register();
        Sql.update(
                "INSERT INTO public.conversations (title, content, author_id, published)"
                        + " SELECT 'Many ' || i, repeat('words and more words ', 200), ?, false"
                        + " FROM generate_series(1, 2000) i",
                member.id());

        assertThat(array(unzip(export(member).body()), "conversations")).hasSize(2000);
    }

    @Test
    void nobodyGetsNothing() {
        Api anyType = Api.anonymous().with("Accept", "*/*");

        assertRefused(anyType.get(PATH), ErrorCode.MISSING_TOKEN);
        assertRefused(anyType.as("x.y.z").get(PATH), ErrorCode.INVALID_TOKEN);
    }

    @Test
    void whoeverAsksTooOftenWaits() {
        String random = UUID.randomUUID().toString();
        Api visitor = Member.register()
                .api()
                .with("Accept", "*/*")
                .with("X-Forwarded-For", "2001:db8:" + random.substring(0, 4) + ":" + random.substring(4, 8) + "::1");
        for (int i = 0; i < 5; i++) {
            assertThat(visitor.head(PATH).status()).isEqualTo(200);
        }

        Answer sixth = visitor.get(PATH);

        assertThat(sixth.status()).isEqualTo(429);
        assertThat(sixth.body().getString("code")).isEqualTo("RATE_LIMIT_EXCEEDED");
    }

    private static void publish(Member author, String title) {
        Sql.update(
                "INSERT INTO public.conversations (title, content, author_id) VALUES (?, 'Long enough', ?)",
                title,
                author.id());
    }

    private static HttpResponse<byte[]> export(Member member) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(TestServer.httpAddress() + PATH))
                .header("Authorization", "Bearer " + member.token())
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofByteArray());
    }

    private static Map<String, String> unzip(byte[] bytes) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }

    private static JsonArray array(Map<String, String> files, String name) {
        return Json.createReader(new StringReader(files.get(name + ".json"))).readArray();
    }
}
