package com.aichatchronicles.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.aichatchronicles.testing.Api;
import com.aichatchronicles.testing.Deployments;
import com.aichatchronicles.testing.RawHttp;
import com.aichatchronicles.testing.ServerLog;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Clients that begin a request and never end it (slow-loris), or keep a connection that they do not use. */
@ExtendWith(ArquillianExtension.class)
class SlowClientsIT {
    @Deployment(testable = false)
    static WebArchive war() {
        return Deployments.shippedWar();
    }

    private static final String LIST = "/api/v1/conversations";
    private static final String HALF_A_HEADER = "GET " + LIST + " HTTP/1.1\r\nHost: localhost\r\nX-Slow: ";
    private static final String HALF_A_BODY = "POST /api/v1/auth/login HTTP/1.1\r\nHost: localhost\r\n"
            + "Content-Type: application/json\r\nContent-Length: 5000\r\n\r\n{\"email\":";
    private static final String HALF_A_CHUNK = "POST /api/v1/auth/login HTTP/1.1\r\nHost: localhost\r\n"
            + "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n1000\r\n{\"email\":";
    private static final String WHOLE = "GET " + LIST + "/categories HTTP/1.1\r\nHost: localhost\r\n\r\n";

    private final List<RawHttp.Pending> clients = new ArrayList<>();

    @AfterEach
    void hangUp() throws IOException {
        for (RawHttp.Pending client : clients) {
            client.close();
        }
    }

    @Test
    void twoHundredOfThemStopNobodyAndAreClosed() throws IOException {
        ServerLog log = new ServerLog();
        begin(75, HALF_A_HEADER);
        begin(75, HALF_A_BODY);
        begin(25, HALF_A_CHUNK);
        begin(24, "");
        begin(1, WHOLE);

        for (int call = 0; call < 20; call++) {
            assertThat(Api.anonymous().get(LIST + "?limit=1").status()).isEqualTo(200);
        }

        for (RawHttp.Pending client : clients.subList(0, 199)) {
            assertThat(client.end().status()).isIn(408, 503);
        }
        assertThat(clients.get(199).end().status()).isEqualTo(200);
        assertThat(log.alarms()).isEmpty();
    }

    @Test
    void aBodyThatStopsIsAFailureOfTheContract() throws IOException {
        begin(1, HALF_A_BODY);

        assertThat(clients.get(0).end().text()).contains("\"code\":\"REQUEST_TIMEOUT\"");
    }

    @Test
    void aClientThatHangsUpIsNoIncident() throws IOException {
        ServerLog log = new ServerLog();
        begin(5, HALF_A_BODY);
        begin(5, HALF_A_CHUNK);
        hangUp();

        assertThat(Api.anonymous().get(LIST + "?limit=1").status()).isEqualTo(200);
        assertThat(log.alarms()).isEmpty();
    }

    private void begin(int times, String request) throws IOException {
        for (int i = 0; i < times; i++) {
            clients.add(RawHttp.begin(request));
        }
    }
}
