package com.aichatchronicles.platform.config;

import static com.aichatchronicles.platform.config.SettingRule.fromTheEnvironmentAlone;
import static com.aichatchronicles.platform.config.SettingRule.optional;
import static com.aichatchronicles.platform.config.SettingRule.required;
import static com.aichatchronicles.platform.config.SettingRule.together;

import com.aichatchronicles.platform.cache.CacheConfig;
import com.aichatchronicles.platform.observability.LogConfig;
import com.aichatchronicles.platform.ratelimit.RateLimitConfig;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.BeforeBeanDiscovery;
import jakarta.enterprise.inject.spi.Extension;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Looks at the settings before anything uses them: before the beans too, of which the first with a value of the wrong
 * type would end the start without a word about the others.
 */
public class ConfigurationCheck implements Extension {
    private static final String LISTENER = "* or an address of this machine, or a name for it";
    private static final String PORT = "a port from 1 to 65535";
    private static final String DURATION = "a duration of at least a second like PT15M or P30D";

    private static final String PERIOD = "a duration like PT1H or P1D, PT0S for none";

    /** One line for each setting; those of the rate limits stand with them. */
    private static final List<SettingRule> RULES = List.of(
            required("DATABASE_URL", Forms::isPostgres, "like postgresql://user:password@host:port/database"),
            optional("DATABASE_POOL_SIZE", text -> Forms.isNumber(text, 2, 1000), "a number from 2 to 1000"),
            optional("REDIS_URL", Forms::isRedis, "like redis://host:port or rediss://user:password@host:port"),
            optional("BIND_ADDRESS", Forms::isListener, LISTENER),
            optional("HTTPS_BIND_ADDRESS", Forms::isListener, LISTENER),
            optional("PORT", Forms::isPort, PORT),
            optional("HTTPS_PORT", Forms::isPort, PORT),
            ConfigurationCheck::samePorts,
            required(KeyStoreRule.PASSWORD, text -> text.length() >= 6, "6 characters or more"),
            new KeyStoreRule(),
            optional("API_URL", Forms::isWebAddress, "an address like https://example.com"),
            optional("FRONTEND_URL", Forms::isWebAddress, "an address like https://example.com"),
            optional(
                    "ALLOWED_ORIGINS",
                    Forms::areOrigins,
                    "a comma list of origins like https://example.com, without *"),
            optional("ACCESS_TOKEN_LIFETIME", Forms::isDuration, DURATION),
            optional("SESSION_LIFETIME", Forms::isDuration, DURATION),
            optional(
                    "SECOND_FACTOR_KEY",
                    text -> text.matches("[A-Za-z0-9+/]{43}="),
                    "32 random bytes in Base64, as openssl rand -base64 32 makes them"),
            optional("POLL_INTERVAL", Forms::isInterval, "a duration from PT1S to PT1M"),
            optional("AUDIT_RETENTION", Forms::isDays, "a duration of at least a day like P365D"),
            optional("NEW_ACCOUNT_AGE", Forms::isPeriod, PERIOD),
            optional("SAME_TEXT_WINDOW", Forms::isPeriod, PERIOD),
            optional("NEW_ACCOUNT_LINKS", text -> Forms.isNumber(text, 0, 999_999), "a number from 0 to 999999"),
            optional("NEW_ACCOUNT_POSTS", text -> Forms.isNumber(text, 0, 999_999), "a number from 0 to 999999"),
            optional("SUPABASE_URL", Forms::isKeyServer, "an address like https://project.supabase.co"),
            optional("SUPABASE_ISSUER", Forms::isWebAddress, "an issuer like https://project.supabase.co/auth/v1"),
            optional("SUPABASE_JWT_SECRET", text -> text.length() >= 32, "32 characters or more"),
            ConfigurationCheck::supabaseProject,
            optional(
                    "SCIM_TOKEN",
                    Forms::areTokens,
                    "a token of 32 visible characters or more without commas, or two with a comma between them"),
            optional("SCIM_DOMAINS", Forms::areDomains, "a comma list of domains like example.com"),
            optional(
                    "SCIM_ROLE_MAP",
                    Forms::areRoles,
                    "a comma list like Site admins:admin,mods:moderator; the roles are premium, moderator, admin"),
            together("ADMIN_EMAIL", "ADMIN_PASSWORD"),
            together("ADMIN_CENTER_USER", "ADMIN_CENTER_PASSWORD"),
            fromTheEnvironmentAlone("BIND_ADDRESS", "HTTPS_BIND_ADDRESS", "PORT", "HTTPS_PORT", "DATABASE_POOL_SIZE"),
            fromTheEnvironmentAlone(KeyStoreRule.PASSWORD, KeyStoreRule.PATH),
            fromTheEnvironmentAlone("ADMIN_CENTER_USER", "ADMIN_CENTER_PASSWORD"),
            optional("PASSWORD_REGISTRATION", Forms::isOnOrOff, "on or off"),
            optional("PASSWORD_SIGN_IN", Forms::isOnOrOff, "on or off"),
            ConfigurationCheck::someWayIn,
            optional("LEGACY_FRONTEND", Forms::isOnOrOff, "on or off"),
            optional("FINDINGS_POLICY", text -> text.matches("warn|mask|refuse"), "warn, mask or refuse"),
            optional("LOCAL_RUN", Forms::isTrueOrFalse, "true or false"));

    void check(@Observes BeforeBeanDiscovery start) {
        List<String> complaints = complaints(ConfigProvider.getConfig());
        if (!complaints.isEmpty()) {
            throw StartRefusal.because(String.join(". ", complaints));
        }
    }

    /** @return a sentence for each setting that is missing or wrong, naming it and never quoting a secret */
    static List<String> complaints(Config config) {
        List<String> complaints = new ArrayList<>(SettingRule.complaints(RULES, config));
        complaints.addAll(RateLimitConfig.complaints(config));
        complaints.addAll(LogConfig.complaints(config));
        complaints.addAll(CacheConfig.complaints(config));
        return complaints;
    }

    /** Without an issuer, any token that was signed with the secret would be good, for whatever it was made. */
    private static Optional<String> supabaseProject(Config config) {
        boolean url = SettingRule.value(config, "SUPABASE_URL").isPresent();
        boolean issuer = SettingRule.value(config, "SUPABASE_ISSUER").isPresent();
        boolean secret = SettingRule.value(config, "SUPABASE_JWT_SECRET").isPresent();
        if (secret && !url && !issuer) {
            return Optional.of("SUPABASE_JWT_SECRET needs SUPABASE_URL or SUPABASE_ISSUER beside it,"
                    + " because the issuer of tokens is checked");
        }
        return issuer && !url && !secret
                ? Optional.of("SUPABASE_ISSUER is of no use without SUPABASE_URL or SUPABASE_JWT_SECRET")
                : Optional.empty();
    }

    private static Optional<String> someWayIn(Config config) {
        boolean closed = SettingRule.value(config, "PASSWORD_SIGN_IN")
                .filter("off"::equals)
                .isPresent();
        return closed && SettingRule.value(config, "OIDC_PROVIDERS").isEmpty()
                ? Optional.of(
                        "PASSWORD_SIGN_IN is off, so OIDC_PROVIDERS must name a provider, or nobody could sign in")
                : Optional.empty();
    }

    private static Optional<String> samePorts(Config config) {
        String port = SettingRule.value(config, "PORT").orElse(null);
        String secure = SettingRule.value(config, "HTTPS_PORT").orElse(null);
        return port != null && Objects.equals(port, secure)
                ? Optional.of("HTTPS_PORT must be another port than PORT")
                : Optional.empty();
    }
}
