package com.aichatchronicles.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.aichatchronicles.testing.Answer;
import com.aichatchronicles.testing.Deployments;
import com.aichatchronicles.testing.RawHttp;
import com.aichatchronicles.testing.ServerLog;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@ExtendWith(ArquillianExtension.class)
class RequestLimitsIT {
    @Deployment(testable = false)
    static WebArchive war() {
        return Deployments.shippedWar();
    }

    private static final int OVER = JsonText.MAX_BYTES + 1;

    /** TRACE elsewhere the server itself refuses, in a form of its own and without an echo. */
    static Stream<String> refusedMethods() {
        Stream<String> unknown = Stream.of("CONNECT", "FOO")
                .flatMap(method -> Stream.of("/", "/nothing", "/favicon.svg").map(path -> method + " " + path));
        Stream<String> api = Stream.of("TRACE", "CONNECT", "FOO").map(method -> method + " /api/v1/conversations");
        return Stream.concat(unknown, api);
    }

    @ParameterizedTest
    @MethodSource("refusedMethods")
    void aMethodThatNothingHasIsRefusedInOurForm(String line) throws IOException {
        RawHttp answer = RawHttp.line(line + " HTTP/1.1", "X-Secret: hush-hush");

        assertThat(answer.status()).as(answer.text()).isEqualTo(405);
        assertThat(Answer.json(answer.text()).getString("code")).isEqualTo("METHOD_NOT_ALLOWED");
        assertThat(answer.has("Allow")).isTrue();
        assertThat(answer.text()).doesNotContain("hush-hush");
    }

    @Test
    void aBodyThatSaysItIsTooLargeIsRefusedAlsoWhereNobodyReadsIt() throws IOException {
        List<RawHttp.Pending> clients = new ArrayList<>();
        for (String path : List.of("/api/v1/auth/logout", "/api/v1/auth/login", "/api/v1/conversations", "/", "/no")) {
            clients.add(RawHttp.begin("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                    + "Content-Type: application/json\r\nContent-Length: " + OVER + "\r\n\r\n{"));
        }
        for (RawHttp.Pending client : clients) {
            RawHttp answer = client.end();
            client.close();

            assertThat(answer.status()).isEqualTo(413);
            assertThat(Answer.json(answer.text()).getString("code")).isEqualTo("PAYLOAD_TOO_LARGE");
        }
    }

    @Test
    void aBodyWithoutEndIsCutOffWhereNobodyReadsIt() throws IOException {
        String chunk = "100000\r\n" + " ".repeat(0x100000) + "\r\n";

        try (RawHttp.Pending client = RawHttp.begin("POST /nothing HTTP/1.1\r\nHost: localhost\r\n"
                + "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n")) {
            assertThat(client.keepSending(chunk, 200)).isLessThan(64);
        }
    }

    @ParameterizedTest
    @CsvSource({"200,1", "1,17000"})
    void headersAreLimitedInNumberAndLength(int number, int length) throws IOException {
        ServerLog log = new ServerLog();

        assertThat(withHeaders(90, 100)).isEqualTo(200);
        assertThat(withHeaders(number, length)).isLessThan(500).isNotEqualTo(200);
        assertThat(log.alarms()).isEmpty();
    }

    private static int withHeaders(int number, int length) throws IOException {
        String[] headers = IntStream.range(0, number)
                .mapToObj(i -> "X-H" + i + ": " + "x".repeat(length))
                .toArray(String[]::new);
        return RawHttp.line("GET /api/v1/conversations/categories HTTP/1.1", headers)
                .status();
    }
}
