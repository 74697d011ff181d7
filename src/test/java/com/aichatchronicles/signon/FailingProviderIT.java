package com.aichatchronicles.signon;

import static com.aichatchronicles.testing.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import com.aichatchronicles.platform.errors.ErrorCode;
import com.aichatchronicles.testing.Api;
import com.aichatchronicles.testing.Deployments;
import com.aichatchronicles.testing.TestProvider;
import java.io.OutputStream;
import java.util.concurrent.TimeUnit;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** That a provider that is down, slow or mad signs nobody in and costs nobody but its own people anything. */
@ExtendWith(ArquillianExtension.class)
class FailingProviderIT {
    private final Person person = Person.anybody();

    @Deployment(testable = false)
    static WebArchive war() {
        return Deployments.shippedWar();
    }

    @Test
    void aProviderThatCallsItselfOtherwiseIsNotUsed() {
        TestProvider provider = TestProvider.named("mismatched");
        provider.lie("/.well-known/openid-configuration", 200, provider.configuration("https://accounts.example.com"));

        assertRefused(Api.anonymous().get(Visit.BASE + "mismatched/url"), ErrorCode.PROVIDER_UNAVAILABLE);
    }

    @Test
    void aProviderWithEndpointsInPlainHttpIsNotUsed() {
        TestProvider provider = TestProvider.named("plain");
        String configuration = provider.configuration(provider.issuer())
                .replace(provider.issuer() + "/token", "http://token.example.com/token");
        provider.lie("/.well-known/openid-configuration", 200, configuration);

        assertRefused(Api.anonymous().get(Visit.BASE + "plain/url"), ErrorCode.PROVIDER_UNAVAILABLE);
    }

    @Test
    void keysOfManyMegabytesAreNotRead() {
        TestProvider.named("oversized").lie("/keys", 200, "{\"keys\":[" + " ".repeat(8_000_000) + "]}");

        assertThat(Visit.arrived(Visit.begin("oversized").comeBack(person)))
                .containsEntry("error", "PROVIDER_UNAVAILABLE");
    }

    @Test
    void aProviderThatIsDownIsUnavailable() {
        assertRefused(Api.anonymous().get(Visit.BASE + "gone/url"), ErrorCode.PROVIDER_UNAVAILABLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>", "{", "[]", "{\"access_token\":7}", "{\"id_token\":\"a.b.c\"}", "null"})
    void garbageForTokensIsNoAnswer(String garbage) {
        Visit visit = Visit.begin("honest");

        assertThat(Visit.arrived(visit.comeBack(visit.code(garbage)))).containsEntry("error", "PROVIDER_UNAVAILABLE");
    }

    @Test
    void anAnswerWithoutAnIdTokenIsRefused() {
        Visit visit = Visit.begin("honest");

        assertThat(Visit.arrived(visit.comeBack(visit.code("{\"access_token\":\"opaque\",\"token_type\":\"Bearer\"}"))))
                .containsEntry("error", "SIGN_ON_REFUSED");
    }

    @Test
    void aProviderThatFailsIsUnavailable() {
        Visit visit = Visit.begin("failing");
        TestProvider.named("failing").lie("/token", 500, "{\"error\":\"server_error\"}");

        assertThat(Visit.arrived(visit.comeBack(person))).containsEntry("error", "PROVIDER_UNAVAILABLE");
    }

    @Test
    void aProviderThatSendsUsElsewhereIsNotFollowed() {
        Visit visit = Visit.begin("failing");
        TestProvider.named("failing").lie("/token", exchange -> {
            exchange.getResponseHeaders()
                    .set("Location", TestProvider.named("honest").issuer() + "/token");
            TestProvider.send(exchange, 307, "{}");
        });

        assertThat(Visit.arrived(visit.comeBack(person))).containsEntry("error", "PROVIDER_UNAVAILABLE");
    }

    @Test
    void aProviderThatDripsItsAnswerIsGivenUp() {
        Visit visit = Visit.begin("slow");
        TestProvider.named("slow").lie("/token", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream body = exchange.getResponseBody()) {
                for (int i = 0; i < 60; i++) {
                    body.write(' ');
                    body.flush();
                    TimeUnit.SECONDS.sleep(1);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });

        assertThat(Visit.arrived(visit.comeBack(person))).containsEntry("error", "PROVIDER_UNAVAILABLE");
    }
}
