package com.aichatchronicles.platform.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What the server's configuration says where the integration tests, so as not to wait, have it say less. */
class ShippedServerTest {
    @Test
    void aClientThatSendsOrTakesNothingIsCutOffAfterTwentySecondsAndAnIdleOneAfterThirty() throws IOException {
        assertThat(Files.readString(Path.of("src/main/liberty/config/server.xml")))
                .containsOnlyOnce("readTimeout=\"20s\" writeTimeout=\"20s\" persistTimeout=\"30s\"")
                .containsOnlyOnce("<tcpOptions id=\"defaultTCPOptions\" inactivityTimeout=\"20s\"");
    }
}
