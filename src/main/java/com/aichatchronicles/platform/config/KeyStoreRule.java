package com.aichatchronicles.platform.config;

import java.io.File;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/** That an own key store can be opened; without one, the server makes itself one with a certificate that nobody signed. */
final class KeyStoreRule implements SettingRule {
    static final String PATH = "KEYSTORE_PATH";
    static final String PASSWORD = "keystore_password";

    private static final String GENERATED = "key.p12";

    @Override
    public Optional<String> complaint(Config config) {
        return SettingRule.value(config, PATH)
                .filter(path -> !GENERATED.equals(path))
                .filter(path -> !opens(path, SettingRule.value(config, PASSWORD).orElse("")))
                .map(path -> PATH + " must be a PKCS #12 file with a key that " + PASSWORD + " opens");
    }

    private static boolean opens(String path, String password) {
        try {
            KeyStore store = KeyStore.getInstance(new File(path), password.toCharArray());
            return store.size() > 0;
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }
}
