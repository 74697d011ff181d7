package com.aichatchronicles.tokens;

import java.util.Set;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * Hands the public keys to MicroProfile JWT, which reads them from configuration (MicroProfile JWT Auth 2.1, section
 * 9.2). The keys are in the database and change while the server runs, so no file or environment variable can hold
 * them.
 */
public class VerificationKeySource implements ConfigSource {
    private static final String PUBLIC_KEY = "mp.jwt.verify.publickey";

    // Static, because the configuration makes its own instance and knows nothing of CDI.
    private static volatile String jwks;

    static void publish(String publicKeys) {
        jwks = publicKeys;
    }

    @Override
    public Set<String> getPropertyNames() {
        return Set.of(PUBLIC_KEY);
    }

    @Override
    public String getValue(String name) {
        return PUBLIC_KEY.equals(name) ? jwks : null;
    }

    @Override
    public String getName() {
        return "signing keys";
    }

    @Override
    public int getOrdinal() {
        return 900; // nothing outside may replace the keys
    }
}
