package com.aichatchronicles.platform.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aichatchronicles.testing.Answer;
import com.aichatchronicles.testing.Api;
import com.aichatchronicles.testing.Deployments;
import com.aichatchronicles.testing.DifferentServer;
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
import java.security.cert.X509Certificate;
import java.util.Base64;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A server with what an operator may set. */
@ExtendWith(ArquillianExtension.class)
class OwnSettingsIT {
    private static final String ELSEWHERE = "127.0.0.2";

    private SecondServer server;

    @Deployment(testable = false)
    static WebArchive war() {
        return Deployments.shippedWar();
    }

    @BeforeEach
    void start() throws Exception {
        server = DifferentServer.shared();
    }

    @Test
    void whatIsPostedWithoutPublishedIsADraftInNewMembersAlone() {
        Member author = Member.register();
        Api second = server.api().as(author.token());
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

    @Test
    void onlyTheNamedAddressIsListenedAt() throws Exception {
        int port = URI.create(server.httpAddress()).getPort();
        int securePort = URI.create(server.httpsAddress()).getPort();
        int everywhere = URI.create(TestServer.httpAddress()).getPort();

        assertThatThrownBy(() -> new Socket(ELSEWHERE, port).close()).isInstanceOf(ConnectException.class);
        assertThatThrownBy(() -> new Socket(DifferentServer.ADDRESS, securePort).close())
                .isInstanceOf(ConnectException.class);
        new Socket(ELSEWHERE, everywhere).close();
    }

    @Test
    void theCertificateIsTheOperators() throws Exception {
        HttpResponse<String> answer = get("/api/v1/conversations/categories", null);

        X509Certificate certificate =
                (X509Certificate) answer.sslSession().orElseThrow().getPeerCertificates()[0];
        assertThat(certificate.getSubjectX500Principal().getName()).isEqualTo(DifferentServer.NAME);
        assertThat(answer.statusCode()).isEqualTo(200);
    }

    @Test
    void theAdminCenterTakesTheSignIn() throws Exception {
        String api = "/IBMJMXConnectorREST/mbeans";

        assertThat(get(api, DifferentServer.KEEPER).statusCode()).isEqualTo(200);
        assertThat(get(api, "keeper:wrong").statusCode()).isEqualTo(401);
        assertThat(get(api, null).statusCode()).isEqualTo(401);
    }

    private HttpResponse<String> get(String path, String signIn) throws Exception {
        HttpClient client =
                HttpClient.newBuilder().sslContext(TrustingTls.context()).build();
        HttpRequest.Builder request = HttpRequest.newBuilder(
                URI.create(server.httpsAddress().replace("localhost", DifferentServer.SECURE_ADDRESS) + path));
        if (signIn != null) {
            byte[] bytes = signIn.getBytes(StandardCharsets.UTF_8);
            request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(bytes));
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }
}
