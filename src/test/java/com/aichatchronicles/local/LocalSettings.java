package com.aichatchronicles.local;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

/**
 * The environment of the local server: what the developer set, and a default for each variable that the server needs.
 */
final class LocalSettings {
    static final String LOOPBACK = "localhost";
    static final String ADMIN_EMAIL = "admin@aichatchronicles.com";
    static final String ADMIN_PASSWORD = "admin123";

    private final Map<String, String> given;
    private final Map<String, String> values;

    private LocalSettings(Map<String, String> given) {
        this.given = given;
        this.values = new HashMap<>(given);
    }

    /**
     * @param given the environment of this program
     * @param folder keeps generated passwords from one run to the next
     */
    static LocalSettings of(Map<String, String> given, Path folder) throws IOException {
        LocalSettings settings = new LocalSettings(given);
        settings.useByDefault("BIND_ADDRESS", LOOPBACK); // the admin's password is known to everybody
        settings.useByDefault("PORT", "3001");
        settings.useByDefault("HTTPS_PORT", "9443");
        settings.useByDefault("API_URL", "http://localhost:" + settings.value("PORT"));
        settings.useByDefault("UPLOAD_PATH", folder.resolve("uploads").toString());
        settings.useByDefault("ADMIN_EMAIL", ADMIN_EMAIL);
        settings.useByDefault("ADMIN_PASSWORD", ADMIN_PASSWORD);
        settings.useByDefault("ADMIN_CENTER_USER", "admin");
        settings.useByDefault("LOCAL_RUN", "true");
        settings.useGenerated(folder.resolve("passwords.properties"), "ADMIN_CENTER_PASSWORD", "keystore_password");
        return settings;
    }

    String value(String name) {
        return values.get(name);
    }

    /** @return the value of a variable that holds a port */
    int port(String name) {
        try {
            int port = Integer.parseInt(value(name).strip());
            if (port > 0 && port < 65536) {
                return port;
            }
        } catch (NumberFormatException e) {
            // answered below, as a number out of range is
        }
        throw new StartupException(name + " must be a port from 1 to 65535, not '" + value(name) + "'.");
    }

    /** @return whether the developer set a variable, or the one that names a file with its value */
    boolean isGiven(String name) {
        return isSet(name) || isSet(name + "_FILE");
    }

    void use(String name, String value) {
        values.put(name, value);
    }

    Map<String, String> all() {
        return Map.copyOf(values);
    }

    private void useByDefault(String name, String value) {
        if (!isGiven(name)) {
            use(name, value);
        }
    }

    private boolean isSet(String name) {
        return !given.getOrDefault(name, "").isBlank();
    }

    private void useGenerated(Path file, String... names) throws IOException {
        Properties kept = new Properties();
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                kept.load(reader);
            }
        }
        for (String name : names) {
            useByDefault(name, (String) kept.computeIfAbsent(name, absent -> password()));
        }
        OwnerOnly.create(file);
        try (Writer writer = Files.newBufferedWriter(file)) {
            kept.store(writer, "Generated for the local run");
        }
    }

    private static String password() {
        byte[] bytes = new byte[12];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().encodeToString(bytes);
    }
}
