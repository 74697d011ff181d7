package com.aichatchronicles.accounts;

import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * Tells MicroProfile Fault Tolerance (section "Configuration") how many passwords may be hashed at once: on half of the
 * processors, so that a flood of sign-ins leaves the other half to everybody else. Something higher may set another number.
 */
public class HashingCapacity implements ConfigSource {
    private static final Map<String, String> VALUES = Map.of(
            HashingThreads.class.getName() + "/run/Bulkhead/value",
            String.valueOf(Math.max(1, Runtime.getRuntime().availableProcessors() / 2)));

    @Override
    public Set<String> getPropertyNames() {
        return VALUES.keySet();
    }

    @Override
    public String getValue(String name) {
        return VALUES.get(name);
    }

    @Override
    public String getName() {
        return "hashing capacity";
    }

    @Override
    public int getOrdinal() {
        return 110; // above META-INF/microprofile-config.properties (100)
    }
}
