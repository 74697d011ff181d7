package com.aichatchronicles.platform.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aichatchronicles.testing.Answer;
import com.aichatchronicles.testing.Api;
import com.aichatchronicles.testing.Deployments;
import com.aichatchronicles.testing.Member;
import com.aichatchronicles.testing.SecondServer;
import com.aichatchronicles.testing.TestServer;
import com.aichatchronicles.testing.TrustingTls;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.ConnectException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A server with what an operator may set and the other tests don't: one start for all of it, because it takes long. */
@ExtendWith(ArquillianExtension.class)
class OwnSettingsIT {
    // The loopback network of Linux is the machine's as a whole.
    private static final String ELSEWHERE = "127.0.0.2";
    private static final String SECURE = "127.0.0.3";

    @TempDir
    Path folder;

    @Deployment(testable = false)
    static WebArchive war() {
        return Deployments.shippedWar();
    }

    @Test
    void whatIsSetHolds() throws Exception {
        Path store = TestKeyStore.withCertificate(folder.resolve("own.p12"), "a password of ours", "CN=own.example");
        Map<String, String> own = Map.of(
                "LEGACY_FRONTEND", "off",
                "BIND_ADDRESS", "127.0.0.1",
                "HTTPS_BIND_ADDRESS", SECURE,
                "KEYSTORE_PATH", store.toString(),
                "keystore_password", "a password of ours",
                "ADMIN_CENTER_USER", "keeper",
                "ADMIN_CENTER_PASSWORD", "of-the-centre");

        try (SecondServer server = SecondServer.start(own)) {
            whatIsPostedWithoutPublishedIsADraftInNewMembersAlone(server);
            onlyTheNamedAddressIsListenedAt(server);
            theCertificateIsTheOperators(server);
            theAdminCenterTakesTheSignIn(server);
        }
    }

    private static void whatIsPostedWithoutPublishedIsADraftInNewMembersAlone(SecondServer server) {
        Member author = Member.register();
        Api second = Api.at(URI.create(server.httpAddress())).as(author.token());
        JsonObject post = Json.createObjectBuilder()
                .add("title", "On settings")
                .add("content", "**User** What is off? **Assistant** The old.")
                .add("category", "Technology")
                .build();

        Answer answer = second.post("/api/v1/conversations", post);

        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        JsonObject data = answer.body().getJsonObject("data");
        assertThat(data.getBoolean("published")).isFalse();
        assertThat(data).doesNotContainKeys("createdAt", "readTime", "likes", "comments", "author");
        assertThat(Api.anonymous()
                        .get("/api/v1/conversations/" + data.getString("id"))
                        .status())
                .isEqualTo(404);
    }

    private static void onlyTheNamedAddressIsListenedAt(SecondServer server) throws Exception {
        int port = URI.create(server.httpAddress()).getPort();
        int securePort = URI.create(server.httpsAddress()).getPort();
        int everywhere = URI.create(TestServer.httpAddress()).getPort();

        assertThatThrownBy(() -> new Socket(ELSEWHERE, port).close()).isInstanceOf(ConnectException.class);
        assertThatThrownBy(() -> new Socket("127.0.0.1", securePort).close()).isInstanceOf(ConnectException.class);
        new Socket(ELSEWHERE, everywhere).close();
    }

    private static void theCertificateIsTheOperators(SecondServer server) throws Exception {
        HttpResponse<String> answer = get(server, "/api/v1/conversations/categories", null);

        X509Certificate certificate =
                (X509Certificate) answer.sslSession().orElseThrow().getPeerCertificates()[0];
        assertThat(certificate.getSubjectX500Principal().getName()).isEqualTo("CN=own.example");
        assertThat(answer.statusCode()).isEqualTo(200);
    }

    private static void theAdminCenterTakesTheSignIn(SecondServer server) throws Exception {
        String api = "/IBMJMXConnectorREST/mbeans";

        assertThat(get(server, api, "keeper:of-the-centre").statusCode()).isEqualTo(200);
        assertThat(get(server, api, "keeper:wrong").statusCode()).isEqualTo(401);
        assertThat(get(server, api, null).statusCode()).isEqualTo(401);
    }

    private static HttpResponse<String> get(SecondServer server, String path, String signIn) throws Exception {
        HttpClient client =
                HttpClient.newBuilder().sslContext(TrustingTls.context()).build();
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(server.httpsAddress().replace("localhost", SECURE) + path));
        if (signIn != null) {
            byte[] bytes = signIn.getBytes(StandardCharsets.UTF_8);
            request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(bytes));
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }
}
