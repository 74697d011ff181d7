package com.aichatchronicles.signon.providers;

import com.nimbusds.oauth2.sdk.id.Issuer;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;

/** What is wrong with the settings of single sign-on, in sentences that name the setting and quote no value. */
final class ProviderRules {
    private static final String NAME = "[a-z][a-z0-9-]{0,30}";
    private static final String ROLE = "user|premium|moderator|admin";
    private static final Set<String> SWITCHES = Set.of("TRUST_EMAIL", "RECHECK");

    private final List<String> complaints = new ArrayList<>();

    private ProviderRules() {}

    /**
     * @param config the settings of the server
     * @return a sentence for each that is missing or wrong
     */
    static List<String> complaints(Config config) {
        ProviderRules rules = new ProviderRules();
        List<String> names = SignOnConfig.names(config);
        rules.require(
                names.stream().allMatch(name -> name.matches(NAME))
                        && Set.copyOf(names).size() == names.size(),
                "OIDC_PROVIDERS must be a comma list of different names like keycloak,google");
        if (rules.complaints.isEmpty()) {
            names.forEach(name -> rules.look(new ProviderSettings(config, name)));
        }
        rules.require(
                SignOnConfig.targets(config).stream().allMatch(ProviderRules::isTarget),
                "SIGN_ON_TARGETS must be a comma list of pages like https://example.com/auth/callback");
        return rules.complaints;
    }

    /** @return whether a page is one exact address: no query, no fragment, nothing that means another page */
    static boolean isTarget(String page) {
        try {
            URI uri = URI.create(page);
            return ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()))
                    && uri.getHost() != null
                    && uri.getRawUserInfo() == null
                    && uri.getRawQuery() == null
                    && uri.getRawFragment() == null
                    && uri.equals(uri.normalize());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private void look(ProviderSettings settings) {
        try {
            lookAtRegistration(settings);
            lookAtAdmission(settings);
        } catch (UncheckedIOException e) { // the file that NAME_FILE names
            complaints.add(e.getMessage());
        }
    }

    private void lookAtRegistration(ProviderSettings settings) {
        Optional<String> preset = settings.text("PRESET");
        require(
                preset.isEmpty()
                        || Stream.of(Preset.values()).anyMatch(one -> one.name().equalsIgnoreCase(preset.get())),
                settings.variable("PRESET") + " must be oidc, google, entra or github");
        require(
                settings.issuer().filter(ProviderRules::isIssuer).isPresent(),
                settings.variable("ISSUER") + " must be the issuer of the provider, with https"
                        + (settings.preset() == Preset.ENTRA
                                ? ", or " + settings.variable("TENANT") + " the id of the tenant"
                                : ""));
        require(
                settings.text("CLIENT_ID").isPresent(),
                settings.variable("CLIENT_ID") + " is not set; it must be the id of this site at the provider");
        require(
                settings.preset() != Preset.GITHUB
                        || settings.text("CLIENT_SECRET").isPresent(),
                settings.variable("CLIENT_SECRET") + " is not set, but GitHub wants one");
        require(
                settings.preset() == Preset.GITHUB
                        || settings.text("SCOPES")
                                .map(scopes -> List.of(scopes.split("\\s+")).contains("openid"))
                                .orElse(true),
                settings.variable("SCOPES") + " must be scopes with blanks between, openid among them");
    }

    private void lookAtAdmission(ProviderSettings settings) {
        require(
                settings.roleMap().entrySet().stream()
                        .allMatch(pair ->
                                !pair.getKey().isBlank() && pair.getValue().matches(ROLE)),
                settings.variable("ROLE_MAP") + " must be a comma list of group:role, each role "
                        + ROLE.replace("|", ", "));
        require(
                settings.preset() != Preset.GITHUB
                        || settings.list("ROLE_MAP").isEmpty()
                                && settings.list("ALLOWED_GROUPS").isEmpty(),
                settings.variable("ROLE_MAP") + " and " + settings.variable("ALLOWED_GROUPS")
                        + " are of no use: GitHub tells no groups");
        require(
                settings.list("ALLOWED_DOMAINS").stream().allMatch(domain -> domain.matches("[\\w.-]+")),
                settings.variable("ALLOWED_DOMAINS") + " must be a comma list of domains like example.com");
        SWITCHES.forEach(key -> require(
                settings.text(key).orElse("on").matches("on|off"), settings.variable(key) + " must be on or off"));
        require(
                settings.text("GRACE").map(ProviderRules::isDuration).orElse(true),
                settings.variable("GRACE") + " must be a duration like PT1H, PT0S for none");
    }

    private static boolean isIssuer(String text) {
        return Issuer.isValid(text) || text.startsWith("http://") && ProviderHttp.isSafe(URI.create(text));
    }

    private static boolean isDuration(String text) {
        try {
            return !Duration.parse(text).isNegative();
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private void require(boolean right, String complaint) {
        if (!right) {
            complaints.add(complaint);
        }
    }
}
