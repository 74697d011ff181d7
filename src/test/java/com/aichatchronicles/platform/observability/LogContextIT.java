package com.aichatchronicles.platform.observability;

import static org.assertj.core.api.Assertions.assertThat;

import com.aichatchronicles.testing.Api;
import com.aichatchronicles.testing.Deployments;
import com.aichatchronicles.testing.SecondServer;
import java.nio.file.Files;
import java.nio.file.Path;
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

    /** The first request of a page has the server log that it starts the servlet, whoever else has asked before. */
    @Test
    void aLineThatIsLoggedDuringARequestTellsWhichOne() throws Exception {
        try (SecondServer server = SecondServer.start()) {
            Api.at(java.net.URI.create(server.httpAddress()))
                    .with("X-Request-Id", "context-1")
                    .get("/favicon.svg");
        }
        Path log = Path.of(System.getProperty("it.directory"), "second/servers/chronicles/logs/messages.log");
        List<String> lines = Files.readAllLines(log).stream()
                .filter(line -> line.contains("AssetServlet"))
                .toList();

        assertThat(lines).singleElement().asString().contains("\"ext_request_id\":\"context-1\"");
    }
}
