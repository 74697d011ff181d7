package com.aichatchronicles.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.aichatchronicles.testing.Deployments;
import com.aichatchronicles.testing.TestServer;
import com.aichatchronicles.testing.TrustingTls;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(ArquillianExtension.class)
class ManyRequestsIT {
    @Deployment(testable = false)
    static WebArchive war() {
        return Deployments.shippedWar();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void oneClientMayAskManyThingsAtOnce(boolean tls) throws Exception {
        HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_2)
                .sslContext(TrustingTls.context())
                .build();
        URI list = URI.create((tls ? TestServer.httpsAddress() : TestServer.httpAddress()) + "/api/v1/conversations");
        HttpRequest request =
                HttpRequest.newBuilder(list).timeout(Duration.ofSeconds(60)).build();

        List<Integer> statuses = IntStream.range(0, 100)
                .mapToObj(number -> client.sendAsync(request, BodyHandlers.discarding()))
                .toList()
                .stream()
                .map(answer -> answer.join().statusCode())
                .toList();

        assertThat(statuses).hasSize(100).containsOnly(200);
    }
}
