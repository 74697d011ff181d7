package com.aichatchronicles.signon.providers;

import com.aichatchronicles.platform.config.StartRefusal;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.BeforeBeanDiscovery;
import jakarta.enterprise.inject.spi.Extension;
import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;

/** Looks at the settings of single sign-on before anything uses them. */
public class SignOnCheck implements Extension {
    void check(@Observes BeforeBeanDiscovery start) {
        List<String> complaints = ProviderRules.complaints(ConfigProvider.getConfig());
        if (!complaints.isEmpty()) {
            throw StartRefusal.because(String.join(". ", complaints));
        }
    }
}
