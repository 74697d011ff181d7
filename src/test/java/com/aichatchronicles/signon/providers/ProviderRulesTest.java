package com.aichatchronicles.signon.providers;

import static org.assertj.core.api.Assertions.assertThat;

import com.aichatchronicles.sessions.Role;
import com.aichatchronicles.testing.Settings;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProviderRulesTest {
    private static final Settings RIGHT = new Settings(Map.of())
            .with("OIDC_PROVIDERS", "corp")
            .with("OIDC_CORP_ISSUER", "https://sso.example.com/realms/corp")
            .with("OIDC_CORP_CLIENT_ID", "chronicles")
            .with("OIDC_CORP_CLIENT_SECRET", "hush");

    @Test
    void nothingIsSaidOfSettingsThatAreRight() {
        assertThat(ProviderRules.complaints(new Settings(Map.of()))).isEmpty();
        assertThat(ProviderRules.complaints(RIGHT)).isEmpty();
        assertThat(ProviderRules.complaints(RIGHT.with("OIDC_CORP_ROLE_MAP", "a:b:admin, mods:moderator")
                        .with("OIDC_CORP_ALLOWED_DOMAINS", "example.com, example.org")
                        .with("OIDC_CORP_GRACE", "PT0S")
                        .with("OIDC_CORP_ISSUER", "http://localhost:8080/realms/corp")
                        .with(
                                "SIGN_ON_TARGETS",
                                "https://example.com/auth/callback,http://localhost:5173/auth/callback")))
                .isEmpty();
        assertThat(ProviderRules.complaints(new Settings(Map.of())
                        .with("OIDC_PROVIDERS", "google,entra,github")
                        .with("OIDC_GOOGLE_CLIENT_ID", "a")
                        .with("OIDC_ENTRA_CLIENT_ID", "b")
                        .with("OIDC_ENTRA_TENANT", "00000000-0000-0000-0000-000000000000")
                        .with("OIDC_GITHUB_CLIENT_ID", "c")
                        .with("OIDC_GITHUB_CLIENT_SECRET", "d")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "OIDC_PROVIDERS,'corp,corp'",
        "OIDC_PROVIDERS,Corp",
        "OIDC_PROVIDERS,../corp",
        "OIDC_CORP_PRESET,saml",
        "OIDC_CORP_ISSUER,http://sso.example.com/hush",
        "OIDC_CORP_ISSUER,https://sso.example.com/?hush",
        "OIDC_CORP_ISSUER,hush",
        "OIDC_CORP_CLIENT_ID,''",
        "OIDC_CORP_SCOPES,email hush",
        "OIDC_CORP_ROLE_MAP,chiefs",
        "OIDC_CORP_ROLE_MAP,hush:root",
        "OIDC_CORP_ROLE_MAP,:admin",
        "OIDC_CORP_ALLOWED_DOMAINS,hush@example.com",
        "OIDC_CORP_TRUST_EMAIL,yes",
        "OIDC_CORP_RECHECK,always",
        "OIDC_CORP_GRACE,-PT1H",
        "OIDC_CORP_GRACE,an hour",
        "SIGN_ON_TARGETS,https://example.com/*?hush",
        "SIGN_ON_TARGETS,https://hush@example.com/",
        "SIGN_ON_TARGETS,https://example.com/a/../b",
        "SIGN_ON_TARGETS,https://example.com/#hush",
        "SIGN_ON_TARGETS,javascript:alert(1)",
        "SIGN_ON_TARGETS,/auth/callback"
    })
    void aWrongSettingIsNamedAndNotQuoted(String name, String value) {
        assertThat(ProviderRules.complaints(RIGHT.with(name, value)))
                .singleElement()
                .asString()
                .startsWith(name + " ")
                .doesNotContain("hush");
    }

    @Test
    void whatAPresetNeedsIsAskedFor() {
        assertThat(ProviderRules.complaints(new Settings(Map.of()).with("OIDC_PROVIDERS", "entra,github")))
                .hasSize(4)
                .anyMatch(sentence -> sentence.contains("OIDC_ENTRA_TENANT"))
                .anyMatch(sentence -> sentence.startsWith("OIDC_ENTRA_CLIENT_ID "))
                .anyMatch(sentence -> sentence.startsWith("OIDC_GITHUB_CLIENT_ID "))
                .anyMatch(sentence -> sentence.startsWith("OIDC_GITHUB_CLIENT_SECRET "));
    }

    @Test
    void theSettingsOfAProviderHaveItsNameInCapitals() {
        Provider provider = new ProviderSettings(
                        new Settings(Map.of())
                                .with("OIDC_MY_CORP_PRESET", "entra")
                                .with("OIDC_MY_CORP_TENANT", "the-tenant")
                                .with("OIDC_MY_CORP_CLIENT_ID", "id")
                                .with("OIDC_MY_CORP_ROLE_MAP", "urn:x:chiefs:admin"),
                        "my-corp")
                .provider("https://api.example.com/");

        assertThat(provider.issuer().getValue()).isEqualTo("https://login.microsoftonline.com/the-tenant/v2.0");
        assertThat(provider.client().callback())
                .hasToString("https://api.example.com/api/v1/auth/oauth/my-corp/callback");
        assertThat(provider.client().scopes().toStringList()).contains("offline_access");
        assertThat(provider.admission().roles()).containsExactly(Map.entry("urn:x:chiefs", Role.ADMIN));
        assertThat(provider.admission().rechecks()).isTrue();
    }

    @Test
    void theHighestRoleOfTheGroupsCounts() {
        Admission admission = new ProviderSettings(
                        RIGHT.with("OIDC_CORP_ROLE_MAP", "chiefs:admin,mods:moderator,rich:premium"), "corp")
                .provider("https://api.example.com")
                .admission();

        assertThat(admission.role(List.of("mods", "chiefs", "rich"))).contains(Role.ADMIN);
        assertThat(admission.role(List.of("rich", "mods"))).contains(Role.MODERATOR);
        assertThat(admission.role(List.of("Chiefs", "others"))).contains(Role.USER);
        assertThat(admission.role(List.of())).contains(Role.USER);
    }

    @Test
    void withoutARoleMapTheProviderHasNoSay() {
        Admission admission = new ProviderSettings(RIGHT, "corp")
                .provider("https://api.example.com")
                .admission();

        assertThat(admission.role(List.of("admin"))).isEmpty();
        assertThat(admission.rechecks()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://sso.example.com", "http://127.0.0.2", "http://localhost.example.com", "ftp://localhost"})
    void secretsGoByHttpsUnlessTheyStayOnThisMachine(String address) {
        assertThat(ProviderHttp.isSafe(URI.create(address))).isFalse();
        assertThat(ProviderHttp.isSafe(URI.create("https://sso.example.com"))).isTrue();
        assertThat(ProviderHttp.isSafe(URI.create("http://localhost:8080/x"))).isTrue();
    }
}
