package com.aichatchronicles.supabase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Which Supabase project's tokens are good here. */
@ApplicationScoped
public class SupabaseConfig {
    @Inject
    @ConfigProperty(name = "SUPABASE_URL")
    Optional<String> url;

    @Inject
    @ConfigProperty(name = "SUPABASE_ISSUER")
    Optional<String> issuer;

    @Inject
    @ConfigProperty(name = "SUPABASE_JWT_SECRET")
    Optional<String> secret;

    /** @return the {@code iss} of the tokens; there is one wherever any token may be good */
    public Optional<String> issuer() {
        return text(issuer).or(this::service);
    }

    /** @return where the public keys are; empty where no tokens are good that were signed with one */
    public Optional<String> keys() {
        return service().map(address -> address + "/.well-known/jwks.json");
    }

    /** @return what HS256 tokens are signed with; empty where none are good */
    public Optional<String> secret() {
        return text(secret);
    }

    /** @return whether any token may be good */
    public boolean isOn() {
        return issuer().isPresent() && (keys().isPresent() || secret().isPresent());
    }

    private Optional<String> service() {
        return text(url).map(address -> address.replaceAll("/+$", "") + "/auth/v1");
    }

    private static Optional<String> text(Optional<String> setting) {
        return setting.map(String::strip).filter(text -> !text.isEmpty());
    }
}
