package com.aichatchronicles.platform.config;

import java.io.File;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Collections;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/**
 * That an own key store can be opened; without one, the server makes itself one with a certificate that nobody signed.
 */
final class KeyStoreRule implements SettingRule {
    static final String PATH = "KEYSTORE_PATH";
    static final String PASSWORD = "keystore_password";

    private static final String GENERATED = "key.p12";
    private static final String GENERATED_NAME = ",OU=chronicles";

    @Override
    public Optional<String> complaint(Config config) {
        return SettingRule.value(config, PATH)
                .filter(path -> !GENERATED.equals(path))
                .filter(path -> !opens(path, SettingRule.value(config, PASSWORD).orElse("")))
                .map(path -> PATH + " must be a PKCS #12 file of yours with a key that " + PASSWORD + " opens");
    }

    private static boolean opens(String path, String password) {
        try {
            KeyStore store = KeyStore.getInstance(new File(path), password.toCharArray());
            return store.size() > 0 && !isGenerated(store);
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    /** Where there is no file, Liberty makes one, and would go on with it as if the operator's were there. */
    private static boolean isGenerated(KeyStore store) throws GeneralSecurityException {
        for (String alias : Collections.list(store.aliases())) {
            if (store.getCertificate(alias) instanceof X509Certificate certificate
                    && certificate.getSubjectX500Principal().getName().endsWith(GENERATED_NAME)) {
                return true;
            }
        }
        return false;
    }
}
