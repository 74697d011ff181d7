package com.aichatchronicles.platform.observability;

import static org.assertj.core.api.Assertions.assertThat;

import com.aichatchronicles.testing.Deployments;
import com.aichatchronicles.testing.SecondServer;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArquillianExtension.class)
class LogContextIT {
    @Deployment(testable = false)
    static WebArchive war() {
        return Deployments.shippedWar();
    }

    /** The first request of a page has the server log that it starts the servlet; no other test asks this one. */
    @Test
    void aLineThatIsLoggedDuringARequestTellsWhichOne() throws Exception {
        SecondServer server = SecondServer.shared();
        server.api().with("X-Request-Id", "context-1").get("/favicon.svg");
        server.api().with("X-Request-Id", "context-2").get("/favicon.svg");

        List<String> lines = server.messages().stream()
                .filter(line -> line.contains("AssetServlet"))
                .toList();

        assertThat(lines).singleElement().asString().contains("\"ext_request_id\":\"context-1\"");
    }
}
