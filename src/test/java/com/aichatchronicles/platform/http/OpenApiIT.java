package com.aichatchronicles.platform.http;

import static com.aichatchronicles.testing.Documented.asDocumented;
import static com.aichatchronicles.testing.Member.credentials;
import static com.aichatchronicles.testing.Member.newEmail;
import static org.assertj.core.api.Assertions.assertThat;

import com.aichatchronicles.testing.Answer;
import com.aichatchronicles.testing.Api;
import com.aichatchronicles.testing.Deployments;
import com.aichatchronicles.testing.Member;
import com.aichatchronicles.testing.OpenApiDocument;
import com.aichatchronicles.testing.TestServer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** That the server gives out the OpenAPI document, and answers as it says. */
@ExtendWith(ArquillianExtension.class)
class OpenApiIT {
    private static final String AUTH = "/api/v1/auth";
    private static final String CONVERSATIONS = "/api/v1/conversations";
    private static final OpenApiDocument DOCUMENT = OpenApiDocument.shipped();
    private static final JsonObject POST = Json.createObjectBuilder()
            .add("title", "A documented conversation")
            .add("content", "It exists to be compared with its schema.")
            .add("category", "Science")
            .add("tags", Json.createArrayBuilder().add("openapi"))
            .build();

    private static Api author;
    private static Api admin;

    @Deployment(testable = false)
    static WebArchive war() {
        return Deployments.shippedWar();
    }

    @BeforeAll
    static void signIn() {
        String email = newEmail();
        JsonObject shortest = credentials(email, "12345678");
        JsonObject registration = Json.createObjectBuilder(shortest)
                .add("full_name", "Reader of documents")
                .build();
        Answer registered = Api.anonymous().post(AUTH + "/register", registration);
        asDocumented("POST " + AUTH + "/register", registered, 201);
        author = Api.anonymous().as(registered.body().getString("token"));

        Answer signedIn = Api.anonymous().post(AUTH + "/login", shortest);
        asDocumented("POST " + AUTH + "/login", signedIn, 200);
        Answer adminSignedIn = Api.anonymous()
                .post(AUTH + "/admin/login", credentials(TestServer.ADMIN_EMAIL, TestServer.ADMIN_PASSWORD));
        asDocumented("POST " + AUTH + "/admin/login", adminSignedIn, 200);
        admin = Api.anonymous().as(adminSignedIn.body().getJsonObject("data").getString("token"));
    }

    @Test
    void theDocumentIsServedWhole() {
        Answer json = Api.anonymous().get("/openapi");
        Answer yaml = Api.anonymous().with("Accept", "application/yaml").get("/openapi");

        assertThat(json.status()).isEqualTo(200);
        assertThat(yaml.status()).isEqualTo(200);
        assertThat(OpenApiDocument.json(json.text())).isEqualTo(OpenApiDocument.yaml(yaml.text()));
        assertThat(OpenApiDocument.json(json.text())).isEqualTo(DOCUMENT.root());
    }

    @Test
    void thePageOfTheDocumentationIsThere() {
        Answer page = Api.anonymous().with("Accept", "text/html").get("/api-docs/");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text()).contains("swagger-ui");
    }

    @Test
    void readsAreAsDocumented() {
        String id = publish();
        String user = author.get(AUTH + "/me").body().getJsonObject("data").getString("id");
        for (String path : List.of("", "/featured", "/categories", "/stats", "?search=documented&fields=id,rank")) {
            read(CONVERSATIONS + path.replaceFirst("\\?.*", ""), CONVERSATIONS + path);
        }
        read(CONVERSATIONS + "/category/{category}", CONVERSATIONS + "/category/Science?limit=1");
        read(CONVERSATIONS + "/search", CONVERSATIONS + "/search?q=documented");
        read(CONVERSATIONS + "/user/{userId}", CONVERSATIONS + "/user/" + user);
        read(CONVERSATIONS + "/{id}", CONVERSATIONS + "/" + id);
        read(AUTH + "/me", AUTH + "/me");
        asDocumented("GET " + AUTH + "/admin/me", admin.get(AUTH + "/admin/me"), 200);
    }

    @Test
    void whatStandsOutsideTheBasePathIsAsDocumented() {
        for (String path : List.of("/", "/.well-known/jwks.json", "/health", "/health/live", "/health/ready")) {
            asDocumented("GET " + path, Api.anonymous().get(path), 200);
        }
        asDocumented("GET /health/started", Api.anonymous().get("/health/started"), 200);
    }

    @Test
    void writesAreAsDocumented() {
        Answer published = author.post(CONVERSATIONS, POST);
        asDocumented("POST " + CONVERSATIONS, published, 201);
        String path =
                CONVERSATIONS + "/" + published.body().getJsonObject("data").getString("id");
        JsonObject featured = Json.createObjectBuilder().add("featured", true).build();
        JsonObject profile = Json.createObjectBuilder().add("bio", "Compares").build();

        asDocumented("PUT " + CONVERSATIONS + "/{id}", author.put(path, POST), 200);
        asDocumented("PATCH " + CONVERSATIONS + "/{id}/featured", admin.patch(path + "/featured", featured), 200);
        asDocumented("PUT " + AUTH + "/profile", author.put(AUTH + "/profile", profile), 200);
        asDocumented("DELETE " + CONVERSATIONS + "/{id}", author.delete(path), 200);
    }

    @Test
    void tokensAreRefreshedAndEndedAsDocumented() {
        JsonObject body = Json.createObjectBuilder()
                .add("refreshToken", Member.register().refreshToken())
                .build();
        Answer refreshed = Api.anonymous().post(AUTH + "/refresh-token", body);

        asDocumented("POST " + AUTH + "/refresh-token", refreshed, 200);
        Api caller = Api.anonymous().as(refreshed.body().getString("token"));
        asDocumented("POST " + AUTH + "/logout", caller.send("POST", AUTH + "/logout", ""), 200);
        asDocumented("GET " + AUTH + "/me", caller.get(AUTH + "/me"), 401);
        asDocumented("POST " + AUTH + "/refresh-token", Api.anonymous().post(AUTH + "/refresh-token", body), 401);
    }

    @Test
    void failuresAreAsDocumented() {
        String one = "GET " + CONVERSATIONS + "/{id}";
        String list = "GET " + CONVERSATIONS;
        String login = "POST " + AUTH + "/login";
        String stranger = CONVERSATIONS + "/" + publish();
        String nowhere = CONVERSATIONS + "/" + UUID.randomUUID();
        String mine = "PUT " + CONVERSATIONS + "/{id}";
        Api problem = Api.anonymous().with("Accept", "application/json, application/problem+json");
        Api reader = Member.register().api();

        asDocumented(one, Api.anonymous().get(CONVERSATIONS + "/1"), 400);
        asDocumented(one, Api.anonymous().get(nowhere), 404);
        asDocumented(one, problem.get(nowhere), 404);
        asDocumented(list, problem.get(CONVERSATIONS + "?limit=x&page=0"), 400);
        asDocumented(list, Api.anonymous().with("Accept", "text/plain").get(CONVERSATIONS), 406);
        asDocumented(list, Api.anonymous().send("PATCH", CONVERSATIONS, "{}"), 405);
        asDocumented("GET " + CONVERSATIONS + "/search", Api.anonymous().get(CONVERSATIONS + "/search"), 400);
        asDocumented(login, Api.anonymous().send("POST", AUTH + "/login", "{"), 400);
        asDocumented(login, Api.anonymous().send("POST", AUTH + "/login", "{}"), 400);
        asDocumented(login, Api.anonymous().post(AUTH + "/login", credentials("nobody@example.org", "x")), 401);
        asDocumented(login, Api.anonymous().with("Content-Type", "text/plain").send("POST", AUTH + "/login", "x"), 415);
        asDocumented("POST " + CONVERSATIONS, Api.anonymous().post(CONVERSATIONS, POST), 401);
        asDocumented("GET " + AUTH + "/admin/me", author.get(AUTH + "/admin/me"), 403);
        asDocumented(mine, reader.put(stranger, POST), 403);
        asDocumented(mine, author.with("If-Match", "\"0.x\"").put(stranger, POST), 412);
        asDocumented("DELETE " + CONVERSATIONS + "/{id}", reader.delete(stranger), 403);
    }

    @Test
    void refusalsOfTooManyCallsAreAsDocumented() {
        Api visitor = Api.anonymous().with("X-Forwarded-For", "2001:db8:0:1::1");
        for (int i = 0; i < 5; i++) {
            visitor.send("POST", AUTH + "/login", "{}");
        }

        asDocumented("POST " + AUTH + "/login", visitor.send("POST", AUTH + "/login", "{}"), 429);
        asDocumented(
                "POST " + AUTH + "/register",
                visitor.with("Accept", "application/json, application/problem+json")
                        .send("POST", AUTH + "/register", "{}"),
                429);
    }

    private static void read(String template, String path) {
        Answer answer = author.get(path);
        asDocumented("GET " + template, answer, 200);
        asDocumented(
                "GET " + template,
                author.with("If-None-Match", answer.header("ETag")).get(path),
                304);
    }

    private static String publish() {
        JsonObject post = Json.createObjectBuilder(POST)
                .add("content", "It exists to be compared: " + UUID.randomUUID())
                .build();
        return author.post(CONVERSATIONS, post).body().getJsonObject("data").getString("id");
    }
}
