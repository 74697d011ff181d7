package com.aichatchronicles.signon.providers;

import java.util.Optional;
import java.util.stream.Stream;

/** What is known of a provider beforehand, by its name in the configuration. */
public enum Preset {
    /** Any OpenID Connect provider. */
    OIDC(null, "openid email profile"),
    /** Google and Google Workspace; the domain of a Workspace is the claim {@code hd}. */
    GOOGLE("https://accounts.google.com", "openid email profile"),
    /** Microsoft Entra ID; the issuer is made of {@code OIDC_ENTRA_TENANT}. */
    ENTRA(null, "openid email profile offline_access"),
    /** GitHub, which speaks OAuth 2 without OpenID Connect. */
    GITHUB("https://github.com", "read:user user:email");

    private final String issuer;
    private final String scopes;

    Preset(String issuer, String scopes) {
        this.issuer = issuer;
        this.scopes = scopes;
    }

    /** @return the preset of that name, OIDC where there is none */
    static Preset of(String name) {
        return Stream.of(values())
                .filter(preset -> preset.name().equalsIgnoreCase(name))
                .findFirst()
                .orElse(OIDC);
    }

    /** @return who vouches, as the tokens name it; empty where the configuration must say so */
    public Optional<String> issuer() {
        return Optional.ofNullable(issuer);
    }

    String scopes() {
        return scopes;
    }
}
