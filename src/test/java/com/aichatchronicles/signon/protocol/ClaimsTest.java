package com.aichatchronicles.signon.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.aichatchronicles.signon.providers.Assertion;
import com.aichatchronicles.signon.providers.Configured;
import com.aichatchronicles.testing.Settings;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ClaimsTest {
    @Test
    void groupsMayLieDeep() {
        Claims claims = new Claims(Map.of("realm_access", Map.of("roles", List.of("chiefs", "staff"))));

        assertThat(claims.texts("realm_access.roles")).containsExactly("chiefs", "staff");
        assertThat(claims.texts("realm_access")).isEmpty();
        assertThat(claims.texts("realm_access.roles.x")).isEmpty();
    }

    @Test
    void aNameMayHaveDotsItself() {
        assertThat(new Claims(Map.of("https://example.com/groups", List.of("a"))).texts("https://example.com/groups"))
                .containsExactly("a");
    }

    @Test
    void whatIsNoTextIsLeftOut() {
        assertThat(new Claims(Map.of("groups", Arrays.asList("a", 7, null, Map.of(), ""))).texts("groups"))
                .containsExactly("a");
        assertThat(new Claims(Map.of("groups", "one")).texts("groups")).containsExactly("one");
        assertThat(new Claims(Map.of("groups", 7)).texts("groups")).isEmpty();
        assertThat(new Claims(Map.of()).texts("groups")).isEmpty();
    }

    @Test
    void anAddressIsTakenInLowerCaseAndOnlyIfItIsOne() {
        assertThat(assertion("corp", Map.of("email", "Ada@Example.ORG")).email())
                .isEqualTo("ada@example.org");
        for (Object wrong : List.of("ada", "a@b@c.org", "ada@example.org\r\nBcc: x@y.zz", 7, " ")) {
            assertThat(assertion("corp", Map.of("email", wrong, "email_verified", true))
                            .emailVerified())
                    .isFalse();
        }
    }

    @Test
    void theDomainCountsOfAVerifiedAddressAlone() {
        assertThat(assertion("corp", Map.of("email", "a@example.org", "email_verified", true))
                        .domain())
                .isEqualTo("example.org");
        assertThat(assertion("corp", Map.of("email", "a@example.org", "email_verified", "false"))
                        .domain())
                .isNull();
        assertThat(assertion("corp", Map.of("email", "a@example.org")).domain()).isNull();
    }

    @Test
    void ofGoogleTheDomainOfTheWorkspaceCounts() {
        Map<String, Object> consumer = Map.of("email", "a@example.org", "email_verified", true);

        assertThat(assertion("google", consumer).domain()).isNull(); // anybody may have such an address at Google
        assertThat(assertion("google", Map.of("email", "a@example.org", "email_verified", true, "hd", "Example.org"))
                        .domain())
                .isEqualTo("example.org");
    }

    @Test
    void ofEntraTheAddressIsVerifiedByAClaimOfItsOwn() {
        assertThat(assertion("entra", Map.of("email", "a@example.org", "email_verified", true))
                        .emailVerified())
                .isFalse();
        assertThat(assertion("entra", Map.of("email", "a@example.org", "xms_edov", "1"))
                        .emailVerified())
                .isTrue();
    }

    private static Assertion assertion(String provider, Map<String, Object> claims) {
        String prefix = "OIDC_" + provider.toUpperCase(Locale.ROOT) + '_';
        Settings settings = new Settings(Map.of())
                .with(prefix + "ISSUER", "https://sso.example.com")
                .with(prefix + "CLIENT_ID", "chronicles");
        return new Claims(claims).assertion(Configured.provider(settings, provider), null);
    }
}
