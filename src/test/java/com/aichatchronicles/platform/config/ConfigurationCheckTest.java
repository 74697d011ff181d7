package com.aichatchronicles.platform.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.aichatchronicles.testing.Identity;
import com.aichatchronicles.testing.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigurationCheckTest {
    private static final Settings RIGHT = Settings.defaults()
            .with("DATABASE_URL", "postgresql://user:secret@db/chronicles")
            .with("API_URL", "http://localhost:3001")
            .with("SUPABASE_URL", "https://project.supabase.co")
            .with("keystore_password", "a secret");

    @TempDir
    Path folder;

    @Test
    void nothingIsSaidOfSettingsThatAreRight() {
        assertThat(ConfigurationCheck.complaints(RIGHT)).isEmpty();
        assertThat(ConfigurationCheck.complaints(RIGHT.with("REDIS_URL", "rediss://user:p%40ss@cache:6380/1")
                        .with("BIND_ADDRESS", "::1")
                        .with("PORT", " 80 ")
                        .with("DATABASE_POOL_SIZE", "1000")
                        .with("SCIM_TOKEN", "01234567890123456789012345678901, abcdefghijklmnopqrstuvwxyz-abcdef")
                        .with("SCIM_DOMAINS", "example.com, example.org")
                        .with("SCIM_ROLE_MAP", "Site admins:admin, mods : moderator")
                        .with("SUPABASE_JWT_SECRET", "01234567890123456789012345678901")
                        .with("KEYSTORE_PATH", "key.p12")
                        .with("DATABASE_URL", "postgres://db:5432/chronicles?sslmode=require")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "DATABASE_URL,db:5432/chronicles",
        "DATABASE_URL,mysql://user:hush@db/chronicles",
        "DATABASE_URL,postgresql://user:hush@db/",
        "DATABASE_URL,postgresql://user:hu%sh@db/chronicles",
        "DATABASE_POOL_SIZE,many",
        "DATABASE_POOL_SIZE,1",
        "DATABASE_POOL_SIZE,1001",
        "DATABASE_POOL_SIZE,99999999999",
        "REDIS_URL,cache:6379",
        "REDIS_URL,http://:hush@cache",
        "BIND_ADDRESS,http://localhost",
        "BIND_ADDRESS,'10.0.0.1, 10.0.0.2'",
        "PORT,abc",
        "PORT,0",
        "PORT,65536",
        "PORT,-1",
        "HTTPS_PORT,9443/tcp",
        "HTTPS_PORT,3001",
        "keystore_password,hush",
        "KEYSTORE_PATH,/nowhere/key.p12",
        "LEGACY_FRONTEND,yes",
        "SCIM_TOKEN,short",
        "SCIM_TOKEN,'0123456789012345678901234567890 blank'",
        "SCIM_TOKEN,'01234567890123456789012345678901,'",
        "SCIM_DOMAINS,example",
        "SCIM_DOMAINS,'example.com,,example.org'",
        "SCIM_ROLE_MAP,admins",
        "SCIM_ROLE_MAP,admins:owner",
        "SCIM_ROLE_MAP,:admin",
        "SUPABASE_URL,project.supabase.co",
        "SUPABASE_URL,http://project.supabase.co",
        "SUPABASE_URL,http://localhost.elsewhere.example",
        "SUPABASE_JWT_SECRET,short",
        "SUPABASE_ISSUER,project",
        "PASSWORD_SIGN_IN,never",
        "FINDINGS_POLICY,maybe",
        "LOCAL_RUN,on",
        "API_URL,localhost:3001",
        "API_URL,https://",
        "FRONTEND_URL,front.example.org",
        "ALLOWED_ORIGINS,*",
        "ALLOWED_ORIGINS,https://*.example.com",
        "ALLOWED_ORIGINS,https://example.com/path",
        "ACCESS_TOKEN_LIFETIME,15 minutes",
        "SESSION_LIFETIME,PT0S",
        "SESSION_LIFETIME,-P1D",
        "POLL_INTERVAL,PT0.5S",
        "POLL_INTERVAL,PT61S",
        "AUDIT_RETENTION,PT1H",
        "AUDIT_RETENTION,a year",
        "RATE_LIMIT_API_KEY,600",
        "SECOND_FACTOR_KEY,c2VjcmV0",
        "LOG_LEVEL,verbose",
        "METRICS_AUTHENTICATION,yes",
        "RATE_LIMIT_AUTH,5",
        "WHITELISTED_IPS,localhost",
        "TRUSTED_PROXIES,10.*",
        "NEW_ACCOUNT_AGE,a day",
        "NEW_ACCOUNT_AGE,-P1D",
        "SAME_TEXT_WINDOW,24",
        "NEW_ACCOUNT_LINKS,-1",
        "NEW_ACCOUNT_POSTS,many"
    })
    void aWrongSettingIsNamedAndNotQuoted(String name, String value) {
        List<String> complaints = ConfigurationCheck.complaints(RIGHT.with(name, value));

        assertThat(complaints)
                .singleElement()
                .asString()
                .startsWith(name + " must be ")
                .doesNotContain("hush", "secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"DATABASE_URL", "keystore_password"})
    void aMissingSettingIsNamed(String name) {
        assertThat(ConfigurationCheck.complaints(RIGHT.with(name, " ")))
                .singleElement()
                .asString()
                .startsWith(name + " is not set; it must be ");
    }

    @ParameterizedTest
    @CsvSource({
        "ADMIN_EMAIL,ADMIN_EMAIL and ADMIN_PASSWORD",
        "ADMIN_PASSWORD,ADMIN_EMAIL and ADMIN_PASSWORD",
        "ADMIN_CENTER_USER,ADMIN_CENTER_USER and ADMIN_CENTER_PASSWORD",
        "ADMIN_CENTER_PASSWORD,ADMIN_CENTER_USER and ADMIN_CENTER_PASSWORD"
    })
    void halfOfAPairIsNamedWithTheOther(String name, String pair) {
        assertThat(ConfigurationCheck.complaints(RIGHT.with(name, "admin@example.org")))
                .containsExactly(pair + " must be set together");
    }

    @Test
    void tokensOfSupabaseHaveAnIssuer() {
        Settings secret = RIGHT.with("SUPABASE_JWT_SECRET", "01234567890123456789012345678901");

        assertThat(ConfigurationCheck.complaints(secret.with("SUPABASE_URL", "")))
                .containsExactly("SUPABASE_JWT_SECRET needs SUPABASE_URL or SUPABASE_ISSUER beside it,"
                        + " because the issuer of tokens is checked");
        assertThat(ConfigurationCheck.complaints(
                        secret.with("SUPABASE_URL", "").with("SUPABASE_ISSUER", "https://auth.example.com/auth/v1")))
                .isEmpty();
        assertThat(ConfigurationCheck.complaints(
                        RIGHT.with("SUPABASE_URL", "").with("SUPABASE_ISSUER", "https://auth.example.com/auth/v1")))
                .containsExactly("SUPABASE_ISSUER is of no use without SUPABASE_URL or SUPABASE_JWT_SECRET");
    }

    @Test
    void passwordsAreClosedOnlyWhereThereIsAnotherWayIn() {
        Settings closed = RIGHT.with("PASSWORD_SIGN_IN", "off");

        assertThat(ConfigurationCheck.complaints(closed))
                .containsExactly(
                        "PASSWORD_SIGN_IN is off, so OIDC_PROVIDERS must name a provider, or nobody could sign in");
        assertThat(ConfigurationCheck.complaints(closed.with("OIDC_PROVIDERS", "google")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PORT", "keystore_password", "ADMIN_CENTER_PASSWORD"})
    void aFileThatNobodyWouldReadIsNamed(String name) {
        assertThat(ConfigurationCheck.complaints(RIGHT.with(name + "_FILE", "/run/secrets/value")))
                .containsExactly(name + "_FILE is of no use: Liberty takes " + name + " from the environment alone");
    }

    @Test
    void allThatIsWrongIsSaidAtOnce() {
        Settings wrong = RIGHT.with("PORT", "abc")
                .with("DATABASE_URL", "")
                .with("RATE_LIMIT_AUTH", "often")
                .with("LEGACY_FRONTEND", "perhaps");

        assertThat(ConfigurationCheck.complaints(wrong)).hasSize(4);
    }

    @Test
    void aFileThatCannotBeReadIsNamed() {
        SettingRule reading = config -> {
            throw new UncheckedIOException("PORT_FILE names a file that can't be read", new IOException("no"));
        };

        assertThat(SettingRule.complaints(List.of(reading, reading), RIGHT))
                .containsExactly("PORT_FILE names a file that can't be read");
    }

    @Test
    void anOwnKeyStoreMustOpenWithThePassword() throws Exception {
        Path store = TestKeyStore.create(folder.resolve("own.p12"), "the right one");
        Settings own = RIGHT.with("KEYSTORE_PATH", store.toString());

        assertThat(ConfigurationCheck.complaints(own.with("keystore_password", "the right one")))
                .isEmpty();
        assertThat(ConfigurationCheck.complaints(own.with("keystore_password", "the wrong one")))
                .containsExactly(
                        "KEYSTORE_PATH must be a PKCS #12 file of yours with a key that keystore_password opens");
        Path made = Identity.make(folder.resolve("made.p12"), "a secret", "CN=localhost,OU=chronicles")
                .store();
        assertThat(ConfigurationCheck.complaints(RIGHT.with("KEYSTORE_PATH", made.toString())))
                .as("one that Liberty made because none was there")
                .hasSize(1);
        Files.writeString(store, "no key store");
        assertThat(ConfigurationCheck.complaints(own)).hasSize(1);
    }
}
