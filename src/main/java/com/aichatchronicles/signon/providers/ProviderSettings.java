package com.aichatchronicles.signon.providers;

import com.aichatchronicles.sessions.Role;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;

/**
 * The settings of one provider, as the environment has them: {@code OIDC_NAME_ISSUER} and so on. Right once {@link
 * ProviderRules} has nothing to say.
 */
record ProviderSettings(Config config, String name) {
    private static final String ENTRA = "https://login.microsoftonline.com/%s/v2.0";

    /** @return the name of one of the variables */
    String variable(String key) {
        return "OIDC_" + name.toUpperCase(Locale.ROOT).replace('-', '_') + '_' + key;
    }

    /** @return the value without the blanks around it, empty if there is none */
    Optional<String> text(String key) {
        return config.getOptionalValue(variable(key), String.class)
                .map(String::strip)
                .filter(text -> !text.isEmpty());
    }

    List<String> list(String key) {
        return text(key).stream()
                .flatMap(text -> Stream.of(text.split(",")))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    Preset preset() {
        return text("PRESET").map(Preset::of).orElseGet(() -> Preset.of(name));
    }

    /** @return the issuer that is configured or known, empty if neither */
    Optional<String> issuer() {
        Optional<String> known = preset() == Preset.ENTRA ? text("TENANT").map(ENTRA::formatted) : preset().issuer();
        return text("ISSUER").or(() -> known);
    }

    /** @return the pairs of group and role, each as it stands there where it is no pair */
    Map<String, String> roleMap() {
        Map<String, String> pairs = new LinkedHashMap<>();
        list("ROLE_MAP").forEach(pair -> {
            int colon = pair.lastIndexOf(':');
            pairs.put(pair.substring(0, Math.max(colon, 0)), pair.substring(colon + 1));
        });
        return pairs;
    }

    /**
     * @param apiUrl the public address of this server
     * @return the provider
     */
    Provider provider(String apiUrl) {
        URI callback = URI.create(apiUrl.replaceFirst("/+$", "") + "/api/v1/auth/oauth/" + name + "/callback");
        Provider.Client client = new Provider.Client(
                new ClientID(text("CLIENT_ID").orElseThrow()),
                text("CLIENT_SECRET").map(Secret::new),
                Scope.parse(text("SCOPES").orElse(preset().scopes())),
                callback);
        return new Provider(name, preset(), new Issuer(issuer().orElseThrow()), client, admission());
    }

    private Admission admission() {
        Map<String, Role> roles = roleMap().entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey, pair -> Role.valueOf(pair.getValue().toUpperCase(Locale.ROOT))));
        Set<String> groups = Set.copyOf(list("ALLOWED_GROUPS"));
        Set<String> domains = list("ALLOWED_DOMAINS").stream()
                .map(domain -> domain.toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
        boolean watched = !roles.isEmpty() || !groups.isEmpty();
        return new Admission(
                text("GROUPS_CLAIM").orElse("groups"),
                roles,
                domains,
                groups,
                text("TRUST_EMAIL").filter("on"::equals).isPresent(),
                text("RECHECK").map("on"::equals).orElse(watched),
                text("GRACE").map(Duration::parse).orElse(Duration.ofHours(1)));
    }
}
