package com.aichatchronicles.signon;

import static org.assertj.core.api.Assertions.assertThat;

import com.aichatchronicles.signon.providers.Assertion;
import com.aichatchronicles.signon.providers.Configured;
import com.aichatchronicles.signon.providers.Provider;
import com.aichatchronicles.testing.Settings;
import com.nimbusds.oauth2.sdk.token.RefreshToken;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TokenSealTest {
    private static final RefreshToken TOKEN = new RefreshToken("a refresh token");

    private final TokenSeal seal = new TokenSeal();

    @Test
    void aTokenIsStoredUnreadable() {
        String stored = seal.close(provider("secret"), of("ada")).orElseThrow();

        assertThat(stored).doesNotContain("refresh").doesNotContain("ada");
        assertThat(seal.open(provider("secret"), "ada", stored)).contains(TOKEN);
    }

    @Test
    void itIsGoodForThatPersonAndThatSecretAlone() {
        String stored = seal.close(provider("secret"), of("ada")).orElseThrow();

        assertThat(seal.open(provider("another"), "ada", stored)).isEmpty();
        assertThat(seal.open(provider("secret"), "grace", stored)).isEmpty();
        assertThat(seal.open(provider("secret"), "ada", stored.substring(1))).isEmpty();
        assertThat(seal.open(provider("secret"), "ada", null)).isEmpty();
    }

    @Test
    void nothingIsStoredThatIsOfNoUse() {
        assertThat(seal.close(provider(""), of("ada"))).isEqualTo(Optional.empty());
        assertThat(seal.close(provider("secret"), of("ada", null))).isEmpty();
    }

    private static Assertion of(String subject) {
        return of(subject, TOKEN);
    }

    private static Assertion of(String subject, RefreshToken token) {
        return new Assertion("https://sso.example.com", subject, null, false, null, null, List.of(), null, token);
    }

    private static Provider provider(String secret) {
        return Configured.provider(
                new Settings(Map.of())
                        .with("OIDC_CORP_ISSUER", "https://sso.example.com")
                        .with("OIDC_CORP_CLIENT_ID", "chronicles")
                        .with("OIDC_CORP_CLIENT_SECRET", secret)
                        .with("OIDC_CORP_RECHECK", "on"),
                "corp");
    }
}
