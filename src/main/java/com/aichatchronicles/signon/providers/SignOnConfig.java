package com.aichatchronicles.signon.providers;

import com.aichatchronicles.platform.errors.ApiException;
import com.aichatchronicles.platform.errors.ErrorCode;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;

/** The providers of the configuration, and the pages of the front end that may receive somebody who has signed in. */
@ApplicationScoped
public class SignOnConfig {
    private static final String PROVIDERS = "OIDC_PROVIDERS";
    private static final String TARGETS = "SIGN_ON_TARGETS";

    @Inject
    Config config;

    private Map<String, Provider> providers;
    private Set<String> ruling;
    private List<String> targets;
    private String apiUrl;
    private String frontEnd;

    @PostConstruct
    void read() {
        apiUrl = config.getValue("API_URL", String.class);
        frontEnd = config.getValue("FRONTEND_URL", String.class).replaceFirst("/+$", "");
        providers = names(config).stream()
                .map(name -> new ProviderSettings(config, name).provider(apiUrl))
                .collect(Collectors.toUnmodifiableMap(Provider::name, Function.identity()));
        ruling = providers.values().stream()
                .filter(provider -> provider.admission().rechecks())
                .map(provider -> provider.issuer().getValue())
                .collect(Collectors.toUnmodifiableSet());
        List<String> configured = targets(config);
        targets = configured.isEmpty() ? List.of(frontEnd + "/auth/callback") : configured;
    }

    static List<String> names(Config config) {
        return list(config, PROVIDERS);
    }

    static List<String> targets(Config config) {
        return list(config, TARGETS);
    }

    /**
     * @param name from an address
     * @return the provider
     * @throws ApiException PROVIDER_NOT_FOUND
     */
    public Provider find(String name) {
        return lookup(name).orElseThrow(() -> new ApiException(ErrorCode.PROVIDER_NOT_FOUND));
    }

    /**
     * @param name as an address or a session of long ago has it
     * @return the provider, empty if the configuration has none of that name
     */
    public Optional<Provider> lookup(String name) {
        return Optional.ofNullable(providers.get(name));
    }

    /**
     * @param asked what a front end asks for, empty for the first of the configuration
     * @return a page that is allowed, exactly as it stands in the configuration
     * @throws ApiException REDIRECT_NOT_ALLOWED
     */
    public URI target(Optional<String> asked) {
        return targets.stream()
                .filter(page -> asked.map(page::equals).orElse(true))
                .findFirst()
                .map(URI::create)
                .orElseThrow(() -> new ApiException(ErrorCode.REDIRECT_NOT_ALLOWED));
    }

    /** @return the issuers that rule the accounts of those they send: their word counts at each refresh */
    public Set<String> ruling() {
        return ruling;
    }

    /** @return whether one of the providers is this issuer */
    public boolean knows(String issuer) {
        return providers.values().stream()
                .anyMatch(provider -> provider.issuer().getValue().equals(issuer));
    }

    /** @return where somebody goes of whom nothing is known */
    public URI defaultTarget() {
        return target(Optional.empty());
    }

    /** @return whether browsers reach this server by HTTPS */
    public boolean isSecure() {
        return apiUrl.startsWith("https:");
    }

    /** @return the page of the front end where a link of a mail leads */
    public String page(String name, String code) {
        return frontEnd + '/' + name + "?token=" + code;
    }

    private static List<String> list(Config config, String name) {
        return Stream.of(config.getOptionalValue(name, String.class).orElse("").split(","))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }
}
