package com.aichatchronicles.platform.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aichatchronicles.local.StartupException;
import com.aichatchronicles.testing.Deployments;
import com.aichatchronicles.testing.SecondServer;
import java.nio.file.Path;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(ArquillianExtension.class)
class WrongSettingsIT {
    @TempDir
    Path folder;

    @Deployment(testable = false)
    static WebArchive war() {
        return Deployments.shippedWar();
    }

    @Test
    void aServerWithWrongSettingsEndsAndNamesThemAll() throws Exception {
        Map<String, String> wrong = Map.of(
                "PORT", "abc",
                "DATABASE_POOL_SIZE", "plenty",
                "REDIS_URL", "http://:hush-hush@localhost",
                "ACCESS_TOKEN_LIFETIME", "15 minutes",
                "SESSION_LIFETIME_FILE", "/nowhere/lifetime",
                "KEYSTORE_PATH", folder.resolve("absent.p12").toString(),
                "ADMIN_CENTER_USER", "alone");

        assertThatThrownBy(() -> SecondServer.start(wrong))
                .isInstanceOf(StartupException.class)
                .hasMessageContaining("ended with exit code 1");

        assertThat(SecondServer.log())
                .contains(
                        "The server does not start: ",
                        "PORT must be ",
                        "DATABASE_POOL_SIZE must be ",
                        "REDIS_URL must be ",
                        "ACCESS_TOKEN_LIFETIME must be ",
                        "SESSION_LIFETIME_FILE names a file that can't be read",
                        "KEYSTORE_PATH must be ",
                        "ADMIN_CENTER_USER and ADMIN_CENTER_PASSWORD must be set together")
                .doesNotContain("hush-hush");
    }
}
