package com.aichatchronicles.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.aichatchronicles.testing.Deployments;
import com.aichatchronicles.testing.TestServer;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.util.HexFormat;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Which versions and cipher suites the TLS port takes; spoken by hand, because Java itself no longer offers the weak
 * ones.
 */
@ExtendWith(ArquillianExtension.class)
class TlsIT {
    @Deployment(testable = false)
    static WebArchive war() {
        return Deployments.shippedWar();
    }

    private static final int ALERT = 0x15;
    private static final int CLOSED = -1;
    private static final int HANDSHAKE = 0x16;
    private static final byte[] GROUPS_AND_SIGNATURES =
            HexFormat.of().parseHex("000a00080006001d00170018" + "000b00020100" + "000d000c000a04030401080408050501");

    @ParameterizedTest
    @CsvSource({
        "0302,c014", // TLS 1.1
        "0301,c014", // TLS 1.0
        "0303,002f", // RSA key exchange: no forward secrecy
        "0303,009c",
        "0303,c014", // CBC
        "0303,c027",
        "0303,000a", // 3DES
        "0303,0005" // RC4
    })
    void whatIsWeakIsRefused(String version, String suite) throws IOException {
        assertThat(answerToHello(version, suite)).isIn(ALERT, CLOSED);
    }

    @ParameterizedTest
    @CsvSource({"0303,c02f", "0303,c030", "0303,cca8"})
    void whatIsSoundIsTaken(String version, String suite) throws IOException {
        assertThat(answerToHello(version, suite)).isEqualTo(HANDSHAKE);
    }

    /** @return the type of the record that answers a ClientHello (RFC 5246, section 7.4.1.2) with one suite */
    private static int answerToHello(String version, String suite) throws IOException {
        URI server = URI.create(TestServer.httpsAddress());
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            socket.setSoTimeout(15_000);
            socket.getOutputStream()
                    .write(hello(
                            HexFormat.of().parseHex(version), HexFormat.of().parseHex(suite)));
            return socket.getInputStream().read();
        }
    }

    private static byte[] hello(byte[] version, byte[] suite) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.write(version);
        body.write(new byte[33]); // the random bytes, and no session
        body.write(HexFormat.of().parseHex("0002"));
        body.write(suite);
        body.write(HexFormat.of().parseHex("0100")); // no compression
        body.write(0);
        body.write(GROUPS_AND_SIGNATURES.length);
        body.write(GROUPS_AND_SIGNATURES);
        ByteArrayOutputStream record = new ByteArrayOutputStream();
        DataOutputStream data = new DataOutputStream(record);
        data.write(new byte[] {HANDSHAKE, 3, 1});
        data.writeShort(body.size() + 4);
        data.writeInt(1 << 24 | body.size()); // ClientHello
        body.writeTo(data);
        return record.toByteArray();
    }
}
