package com.aichatchronicles.platform.http;

import static com.aichatchronicles.testing.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import com.aichatchronicles.platform.errors.ErrorCode;
import com.aichatchronicles.platform.errors.FieldError;
import com.aichatchronicles.testing.Answer;
import com.aichatchronicles.testing.Deployments;
import com.aichatchronicles.testing.Member;
import com.aichatchronicles.testing.ServerLog;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(ArquillianExtension.class)
class HostileBodyIT {
    @Deployment(testable = false)
    static WebArchive war() {
        return Deployments.shippedWar();
    }

    private static final int LIMIT = 10 * 1024 * 1024;

    /** Every route that takes a body, asked by an admin so that nothing else refuses first. */
    static Stream<String> routes() {
        String id = "/00000000-0000-0000-0000-000000000000";
        return Stream.of(
                "POST /api/v1/conversations",
                "PUT /api/v1/conversations" + id,
                "PATCH /api/v1/conversations" + id + "/featured",
                "POST /api/v1/auth/register",
                "POST /api/v1/auth/login",
                "POST /api/v1/auth/refresh-token",
                "POST /api/v1/auth/admin/login",
                "PUT /api/v1/auth/profile");
    }

    static Answer send(String route, String type, byte[] body) {
        String[] parts = route.split(" ");
        return Member.admin()
                .api()
                .with("Content-Type", type)
                .send(parts[0], parts[1], BodyPublishers.ofByteArray(body));
    }

    static Answer send(String route, String body) {
        return send(route, "application/json", body.getBytes(StandardCharsets.UTF_8));
    }

    private static List<byte[]> malformed() {
        List<byte[]> bodies = new ArrayList<>();
        for (String text : List.of(
                "",
                " ",
                "{",
                "}",
                "{\"title\":",
                "{\"title\":\"a\"}}",
                "{} {}",
                "{}x",
                "{'title':'a'}",
                "{title:1}",
                "{\"title\":NaN}",
                "{\"title\":01}",
                "{\"title\":\"a\u0000b\"}",
                "{\"title\":\"a\nb\"}",
                "{\"title\":\"\\x\"}",
                "{\"title\":" + "9".repeat(1_000_000) + "}",
                "[".repeat(100_000),
                "{\"a\":".repeat(50_000),
                "[".repeat(33) + "]".repeat(33))) {
            bodies.add(text.getBytes(StandardCharsets.UTF_8));
        }
        bodies.add(new byte[] {'{', '"', 'a', '"', ':', '"', (byte) 0xC3, '(', '"', '}'});
        bodies.add(new byte[] {'{', '"', 'a', '"', ':', '"', (byte) 0xC0, (byte) 0xAF, '"', '}'});
        bodies.add(new byte[] {'{', '"', 'a', '"', ':', '"', (byte) 0xED, (byte) 0xA0, (byte) 0x80, '"', '}'});
        bodies.add("{\"title\":\"a\"}".getBytes(StandardCharsets.UTF_16));
        bodies.add("{\"title\":\"a\"}".getBytes(StandardCharsets.UTF_16LE));
        bodies.add(new byte[100]);
        return bodies;
    }

    @ParameterizedTest
    @MethodSource("routes")
    void whatIsNoJsonIsMalformed(String route) {
        ServerLog log = new ServerLog();

        for (byte[] body : malformed()) {
            Answer answer = send(route, "application/json", body);
            assertThat(answer.status())
                    .as(new String(body, 0, Math.min(40, body.length), StandardCharsets.UTF_8) + " " + answer.text())
                    .isEqualTo(400);
            assertRefused(answer, ErrorCode.MALFORMED_JSON);
        }

        assertThat(log.alarms()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("routes")
    void aRootOtherThanAnObjectIsRefused(String route) {
        for (String body : List.of("[]", "[{}]", "\"text\"", "1", "1e5", "true", "null")) {
            assertRefused(
                    send(route, body),
                    ErrorCode.VALIDATION_ERROR,
                    FieldError.of("value", "must be of type object", "object.base"));
        }
    }

    @ParameterizedTest
    @MethodSource("routes")
    void otherTypesOfMembersAreNoFailureOfOurs(String route) {
        ServerLog log = new ServerLog();
        List<String> members = List.of(
                "title",
                "content",
                "category",
                "tags",
                "read_time",
                "readTime",
                "published",
                "featured",
                "author_id",
                "email",
                "password",
                "full_name",
                "username",
                "refreshToken",
                "interests",
                "website");
        for (String value : List.of(
                "null",
                "1",
                "1.5",
                "1e999999",
                "-1e999999",
                "1e-999999",
                "true",
                "{}",
                "[]",
                "[[]]",
                "\"\"",
                "[null]",
                "{\"a\":{\"b\":[]}}",
                "\"" + "x".repeat(5000) + "\"")) {
            String body = "{"
                    + String.join(
                            ",",
                            members.stream()
                                    .map(member -> '"' + member + "\":" + value)
                                    .toList()) + "}";
            Answer answer = send(route, body);
            assertThat(answer.status()).as(body + answer.text()).isLessThan(500);
        }
        assertThat(log.alarms()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\\u0000b", "\\ud800", "\\udc00\\ud800", "a\\ud83d"})
    void whatNoDatabaseHoldsIsMalformed(String text) {
        for (String member : List.of("title", "content", "excerpt", "category", "ai_model")) {
            assertRefused(
                    send("POST /api/v1/conversations", "{\"" + member + "\":\"" + text + "\"}"),
                    ErrorCode.MALFORMED_JSON);
        }
        assertRefused(send("POST /api/v1/conversations", "{\"tags\":[\"" + text + "\"]}"), ErrorCode.MALFORMED_JSON);
    }

    @Test
    void whatIsUnusualButJsonIsRead() {
        String body =
                "\uFEFF \r\n{\"title\":\"first\",\"title\":\"The last one counts 😀\",\"content\":\"long enough\","
                        + "\"category\":\"Culture\",\"ai_model\":null,\"__proto__\":{\"a\":1},\"x\":[[1e5]]}\n";

        Answer answer = send("POST /api/v1/conversations", body);

        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        assertThat(answer.body().getJsonObject("data").getString("title")).isEqualTo("The last one counts 😀");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void tenMegabytesAreTheLimit(boolean chunked) {
        byte[] frame = "{\"unknown\":\"\"}".getBytes(StandardCharsets.UTF_8);
        byte[] fits = new byte[LIMIT];
        java.util.Arrays.fill(fits, (byte) 'x');
        System.arraycopy(frame, 0, fits, 0, frame.length - 2);
        System.arraycopy(frame, frame.length - 2, fits, LIMIT - 2, 2);
        byte[] over = java.util.Arrays.copyOf(fits, LIMIT + 1);
        over[LIMIT] = ' ';

        assertThat(publish(fits, chunked).body().getString("code")).isEqualTo("VALIDATION_ERROR");
        assertRefused(publish(over, chunked), ErrorCode.PAYLOAD_TOO_LARGE);
    }

    private static Answer publish(byte[] body, boolean chunked) {
        BodyPublisher publisher = chunked
                ? BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body))
                : BodyPublishers.ofByteArray(body);
        return Member.admin()
                .api()
                .with("Content-Type", "application/json")
                .send("POST", "/api/v1/conversations", publisher);
    }
}
