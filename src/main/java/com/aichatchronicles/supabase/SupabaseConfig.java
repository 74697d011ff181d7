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
    @ConfigProperty(name = "SUPABASE_JWT_SECRET")
    Optional<String> secret;

    /** @return the {@code iss} of the tokens, below which the keys are; empty where no address is known */
    public Optional<String> issuer() {
        return text(url).map(address -> address.replaceAll("/+$", "") + "/auth/v1");
    }

    /** @return what HS256 tokens are signed with; empty where none are good */
    public Optional<String> secret() {
        return text(secret);
    }

    /** @return whether any token may be good */
    public boolean isOn() {
        return issuer().isPresent() || secret().isPresent();
    }

    private static Optional<String> text(Optional<String> setting) {
        return setting.map(String::strip).filter(text -> !text.isEmpty());
    }
}
