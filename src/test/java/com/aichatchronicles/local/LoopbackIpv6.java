package com.aichatchronicles.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Has the local server listen at {@code ::1} too. Liberty takes the first address of the name {@code localhost} alone,
 * and some clients know only the other one.
 */
final class LoopbackIpv6 {
    private static final String ENDPOINTS = """
            <server>
                <httpEndpoint id="loopbackIpv6" host="::1" httpPort="${PORT}" httpsPort="${HTTPS_PORT}"
                              protocolVersion="http/1.1" headersRef="plainHeaders"/>
            </server>
            """;

    private LoopbackIpv6() {}

    /** @param users Liberty's user folder, with the server's files installed */
    static void add(Path users) throws IOException {
        if (isAvailable()) {
            Path overrides = users.resolve("servers/chronicles/configDropins/overrides");
            Files.createDirectories(overrides);
            Files.writeString(overrides.resolve("loopback-ipv6.xml"), ENDPOINTS);
        }
    }

    private static boolean isAvailable() {
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getByName("::1"))) {
            return probe.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}
