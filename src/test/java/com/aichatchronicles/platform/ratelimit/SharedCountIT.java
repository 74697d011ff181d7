package com.aichatchronicles.platform.ratelimit;

import static com.aichatchronicles.platform.ratelimit.Visitor.CATEGORIES;
import static org.assertj.core.api.Assertions.assertThat;

import com.aichatchronicles.testing.Answer;
import com.aichatchronicles.testing.Api;
import com.aichatchronicles.testing.Deployments;
import com.aichatchronicles.testing.SecondServer;
import com.aichatchronicles.testing.Together;
import java.net.URI;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** That servers with one Redis have one limit. */
@ExtendWith(ArquillianExtension.class)
class SharedCountIT {
    @Deployment(testable = false)
    static WebArchive war() {
        return Deployments.shippedWar();
    }

    @Test
    void twoServersServeOneQuotaBetweenThem() throws Exception {
        try (SecondServer server = SecondServer.start()) {
            String address = Visitor.newNetwork() + "::1";
            Api first = Visitor.at(address);
            Api second = Api.at(URI.create(server.httpAddress())).with("X-Forwarded-For", address);
            Iterator<Api> turns = Stream.iterate(first, last -> last == first ? second : first)
                    .iterator();

            List<Integer> statuses =
                    Together.run(200, () -> next(turns).get(CATEGORIES).status());

            assertThat(statuses).filteredOn(status -> status == 200).hasSize(100);
            assertThat(statuses).filteredOn(status -> status == 429).hasSize(100);
            for (Api api : List.of(first, second)) {
                Answer answer = api.get(CATEGORIES);
                assertThat(answer.status()).isEqualTo(429);
            }
        }
    }

    private static synchronized Api next(Iterator<Api> turns) {
        return turns.next();
    }
}
