package com.aichatchronicles.platform.http;

import static com.aichatchronicles.testing.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import com.aichatchronicles.platform.errors.ErrorCode;
import com.aichatchronicles.platform.errors.FieldError;
import com.aichatchronicles.testing.Answer;
import com.aichatchronicles.testing.Api;
import com.aichatchronicles.testing.Deployments;
import com.aichatchronicles.testing.RawHttp;
import com.aichatchronicles.testing.ServerLog;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(ArquillianExtension.class)
class HostileAddressIT {
    @Deployment(testable = false)
    static WebArchive war() {
        return Deployments.shippedWar();
    }

    private static final String LIST = "/api/v1/conversations";
    private static final List<String> SECRETIVE = List.of("Server", "X-Powered-By", "$WSEP");

    /** What Liberty refuses before the application sees it has a body of its own or none. */
    private static void assertRefusedQuietly(RawHttp answer, String address) {
        assertThat(answer.status()).as(address).isBetween(400, 499);
        assertDiscreet(answer, address);
    }

    private static void assertDiscreet(RawHttp answer, String address) {
        assertThat(answer.text())
                .as(address)
                .doesNotContain("\tat ", "Exception", "com.ibm", "org.jboss", "com.aichatchronicles", "<html", "/wlp/");
        assertThat(SECRETIVE).as(address).noneMatch(answer::has);
    }

    private static void assertOurs(RawHttp answer, int status, String code) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(Answer.json(answer.text()).getString("code")).isEqualTo(code);
        assertDiscreet(answer, code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/%zz",
                "/%",
                "/%00",
                "/../etc/passwd",
                "/api/v1/../../etc/passwd",
                "/%2e%2e/WEB-INF/web.xml",
                LIST + "/%zz",
                LIST + "/%00",
                LIST + "/category/%",
                LIST + "/%",
                LIST + "/..%00/"
            })
    void whatTheServerItselfRefusesTellsNothing(String path) throws IOException {
        ServerLog log = new ServerLog();

        RawHttp answer = RawHttp.line("GET " + path + " HTTP/1.1");

        assertRefusedQuietly(answer, path);
        assertThat(answer.headers()).contains("Content-Type: application/json");
        assertThat(log.alarms()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/%c0%af", "/%ff", LIST + "/%c0%af", LIST + "/category/%ff", LIST + "/category/a|b", "/{a}"})
    void aPathThatIsNoAddressIsRefused(String path) throws IOException {
        ServerLog log = new ServerLog();

        assertOurs(RawHttp.line("GET " + path + " HTTP/1.1"), 400, "BAD_REQUEST");
        assertThat(log.alarms()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"q=%zz", "search=%", "%", "=%4", "cursor=%u0041"})
    void aQueryThatIsNoneIsRefused(String query) throws IOException {
        ServerLog log = new ServerLog();

        assertOurs(RawHttp.line("GET " + LIST + "?" + query + " HTTP/1.1"), 400, "BAD_REQUEST");
        assertThat(log.alarms()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "search=a|b",
                "tags={a}",
                "search=[a]^`",
                "search=<b>",
                "x=\\",
                "search=\"a\"",
                "&&&",
                "=",
                "a=b=c",
                "?",
                "page"
            })
    void signsThatBrowsersLeaveAsTheyAreAreTaken(String query) throws IOException {
        assertThat(RawHttp.line("GET " + LIST + "?" + query + " HTTP/1.1").status())
                .isEqualTo(200);
    }

    static Stream<String> injections() {
        List<String> texts = List.of(
                "' OR 1=1 --",
                "'; DROP TABLE public.conversations; --",
                "1) UNION SELECT * FROM auth.users --",
                "\\'; SELECT pg_sleep(9); --",
                "created_at; DELETE FROM public.profiles",
                "$$;$$",
                "%' AND 1=1",
                "id) OR (SELECT 1/0)=1 --",
                "?",
                "?1",
                ":1",
                "{0}",
                "\u0000",
                "a\nb",
                "${jndi:ldap://x}");
        return Stream.of(
                        "page",
                        "limit",
                        "category",
                        "search",
                        "tags",
                        "ai_model",
                        "sort",
                        "order",
                        "cursor",
                        "fields",
                        "q")
                .flatMap(name -> texts.stream().map(text -> name + "=" + encode(text)));
    }

    private static String encode(String text) {
        return java.net.URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Test
    void noParameterReachesTheDatabaseAsSql() {
        ServerLog log = new ServerLog();
        String stats = LIST + "/stats";
        String before = Api.anonymous().get(stats).text();

        injections().forEach(query -> {
            for (String path : List.of(LIST, LIST + "/search", LIST + "/featured", LIST + "/category/x")) {
                Answer answer = Api.anonymous().get(path + "?" + query);
                assertThat(answer.status())
                        .as(path + "?" + query + answer.text())
                        .isIn(200, 400);
            }
        });

        assertThat(Api.anonymous().get(stats).text()).isEqualTo(before);
        assertThat(log.alarms()).isEmpty();
    }

    @Test
    void slashesAndParametersOfPathsLeadNowhereElse() throws IOException {
        assertOurs(RawHttp.line("GET //api/v1/conversations HTTP/1.1"), 404, "ROUTE_NOT_FOUND");
        assertOurs(RawHttp.line("GET /api//v1/conversations HTTP/1.1"), 404, "ROUTE_NOT_FOUND");
        assertThat(RawHttp.line("GET " + LIST + ";jsessionid=1 HTTP/1.1").has("Set-Cookie"))
                .isFalse();
        assertThat(RawHttp.line("GET " + LIST + ";a=b/c HTTP/1.1").status()).isLessThan(500);
        for (String path : List.of(
                "/assets/..%2fWEB-INF%2fweb.xml",
                "/WEB-INF%2fweb.xml",
                "/assets%5c..%5cWEB-INF",
                "/assets/%2e%2e/WEB-INF/web.xml",
                "/WEB-INF/classes/META-INF/persistence.xml",
                "/web-inf/web.xml",
                "/WEB-INF./web.xml")) {
            assertRefusedQuietly(RawHttp.line("GET " + path + " HTTP/1.1"), path);
        }
    }

    @Test
    void linesThatAreTooLongOrNoneAreRefused() throws IOException {
        ServerLog log = new ServerLog();
        String long70k = "x".repeat(70_000);

        assertRefusedQuietly(RawHttp.line("GET /" + long70k + " HTTP/1.1"), "a long path");
        assertRefusedQuietly(RawHttp.line("GET " + LIST + "?search=" + long70k + " HTTP/1.1"), "a long query");
        assertRefusedQuietly(RawHttp.line("GET " + LIST + " HTTP/1.1", "X-Long: " + long70k), "a long header");
        assertRefusedQuietly(RawHttp.line("GARBAGE"), "no path");
        assertRefusedQuietly(RawHttp.send("\u0016\u0003\u0001 tls on the plain port\r\n\r\n"), "no HTTP");
        assertDiscreet(RawHttp.line("GET /a b HTTP/1.1"), "a space");
        assertDiscreet(RawHttp.line("GET / HTTP/9.9"), "another version");
        assertThat(log.alarms()).isEmpty();
    }

    @Test
    void aLongTextOfAQueryIsRefusedByItsLength() {
        Answer answer = Api.anonymous().get(LIST + "?search=" + "x".repeat(5000));

        assertRefused(
                answer,
                ErrorCode.QUERY_VALIDATION_ERROR,
                FieldError.of("search", "length must be less than or equal to 200 characters long", "string.max"));
    }

    @Test
    void anAbsoluteAddressIsServedAsItsPath() throws IOException {
        assertThat(RawHttp.line("GET http://elsewhere.example/api/v1/conversations/categories HTTP/1.1")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void nothingIsEchoedByTrace() throws IOException {
        for (String path : List.of("/", LIST, "/health", "/nothing")) {
            RawHttp answer = RawHttp.line("TRACE " + path + " HTTP/1.1", "X-Secret: hush-hush");

            assertThat(answer.status()).as(path).isIn(403, 404, 405, 501);
            assertThat(answer.text()).doesNotContain("hush-hush");
            assertDiscreet(answer, path);
        }
    }
}
