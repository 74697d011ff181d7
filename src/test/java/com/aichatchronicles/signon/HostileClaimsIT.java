package com.aichatchronicles.signon;

import static org.assertj.core.api.Assertions.assertThat;

import com.aichatchronicles.testing.Deployments;
import com.aichatchronicles.testing.ServerLog;
import java.util.Map;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** That what stands in a well-signed token is refused where nobody could be known by it, and is no fault of ours. */
@ExtendWith(ArquillianExtension.class)
class HostileClaimsIT {
    private final Person person = Person.anybody();

    @Deployment(testable = false)
    static WebArchive war() {
        return Deployments.shippedWar();
    }

    /** @return names that no database can keep, or no index: the longest that the standard allows has 255 characters */
    static Stream<String> names() {
        return Stream.of("", " ", "a\0b", "a\nb", "s".repeat(256), Tokens.endless());
    }

    @ParameterizedTest
    @MethodSource("names")
    void aSubjectThatIsNoNameIsRefused(String subject) {
        assertThat(Visit.arrived(Visit.begin("honest").comeBack(person, claims -> claims.subject(subject))))
                .isEqualTo(Map.of("error", "SIGN_ON_REFUSED"));
    }

    @ParameterizedTest
    @MethodSource("names")
    void aSessionThatIsNoNameIsRefused(String session) {
        assertThat(Visit.arrived(Visit.begin("honest").comeBack(person, claims -> claims.claim("sid", session))))
                .isEqualTo(Map.of("error", "SIGN_ON_REFUSED"));
    }

    @Test
    void whatAnAnswerHoldsIsNotLoggedWhereItCannotBeRead() {
        ServerLog log = new ServerLog();
        Visit visit = Visit.begin("honest");

        Visit.arrived(visit.comeBack(visit.code("{\"access_token\": hush-hush-token}")));

        assertThat(log.text()).contains("No tokens from the provider honest").doesNotContain("hush-hush");
    }

    @Test
    void aNameOfAHundredCharactersIsNotCutWithinOne() {
        String name = "n".repeat(99) + "\uD83E\uDD8A and more";
        Visit visit = Visit.begin("honest");
        String code = Visit.arrived(visit.comeBack(person, claims -> claims.claim("name", name)))
                .get("code");

        assertThat(visit.exchange(code)
                        .body()
                        .getJsonObject("data")
                        .getJsonObject("profile")
                        .getString("full_name"))
                .isEqualTo("n".repeat(99) + "\uD83E\uDD8A");
    }
}
