package com.aichatchronicles.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.aichatchronicles.testing.Deployments;
import com.aichatchronicles.testing.TestServer;
import com.aichatchronicles.testing.TrustingTls;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** That Liberty's own administration is closed while {@code ADMIN_CENTER_USER} and its password are not set. */
@ExtendWith(ArquillianExtension.class)
class AdminCenterIT {
    @Deployment(testable = false)
    static WebArchive war() {
        return Deployments.shippedWar();
    }

    private static final HttpClient CLIENT = client();

    private static HttpClient client() {
        try {
            return HttpClient.newBuilder().sslContext(TrustingTls.context()).build();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/adminCenter/", "/ibm/api/config", "/IBMJMXConnectorREST/mbeans"})
    void plainHttpLeadsNowhere(String path) throws Exception {
        assertThat(send(HttpRequest.newBuilder(URI.create(TestServer.httpAddress() + path)))
                        .statusCode())
                .isIn(302, 403);
    }

    @ParameterizedTest
    @ValueSource(strings = {":", "admin:admin", "admin:", "admin:adminpwd", "quickStartUser:", "Liberty:Liberty"})
    void nobodySignsInWhileNobodyIsNamed(String signIn) throws Exception {
        String basic = Base64.getEncoder().encodeToString(signIn.getBytes(StandardCharsets.UTF_8));
        for (String path : new String[] {"/ibm/api/config", "/IBMJMXConnectorREST/mbeans"}) {
            HttpResponse<String> answer = send(HttpRequest.newBuilder(URI.create(TestServer.httpsAddress() + path))
                    .header("Authorization", "Basic " + basic));

            assertThat(answer.statusCode()).as(path).isIn(401, 403);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"j_username=&j_password=", "j_username=admin&j_password=admin"})
    void theSignInPageLetsNobodyIn(String form) throws Exception {
        HttpResponse<String> answer =
                send(HttpRequest.newBuilder(URI.create(TestServer.httpsAddress() + "/adminCenter/j_security_check"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form)));

        assertThat(answer.headers().allValues("Set-Cookie"))
                .noneMatch(cookie -> cookie.matches("LtpaToken2=\"?[^\";].*"));
        assertThat(answer.headers().firstValue("Location").orElse("")).doesNotEndWith("/adminCenter/");
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }
}
