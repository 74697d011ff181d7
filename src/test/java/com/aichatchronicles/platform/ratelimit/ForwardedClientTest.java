package com.aichatchronicles.platform.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ForwardedClientTest {
    private static final String PROXY = "10.0.0.1";
    private static final ForwardedClient CLIENT = new ForwardedClient(AddressRanges.parse("10.0.0.0/8, 2001:db8::/32"));

    @Test
    void nobodySpeaksForAPeerThatIsNotTrusted() {
        assertThat(client("203.0.113.9", List.of("192.0.2.1"), List.of())).isEqualTo("203.0.113.9");
        assertThat(client("203.0.113.9", List.of(), List.of("for=192.0.2.1"))).isEqualTo("203.0.113.9");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "192.0.2.1 | 192.0.2.1",
                "198.51.100.1, 192.0.2.1 | 192.0.2.1",
                "198.51.100.1, 192.0.2.1, 10.0.0.3,2001:db8::5 | 192.0.2.1",
                "10.0.0.4, 10.0.0.3 | 10.0.0.4",
                "garbage, 192.0.2.1 | 192.0.2.1",
                "192.0.2.1, garbage | 10.0.0.1",
                "192.0.2.1, garbage, 10.0.0.3 | 10.0.0.3",
                "192.0.2.1, | 192.0.2.1",
                "garbage | 10.0.0.1",
                "'' | 10.0.0.1",
                "::ffff:192.0.2.1 | 192.0.2.1"
            })
    void theFirstFromTheRightThatIsNotTrustedIsTheClient(String header, String client) {
        assertThat(client(PROXY, List.of(header), List.of())).isEqualTo(client);
    }

    @Test
    void severalHeadersAreOneList() {
        assertThat(client(PROXY, List.of("192.0.2.1", "10.0.0.3"), List.of())).isEqualTo("192.0.2.1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "for=192.0.2.1 | 192.0.2.1",
                "For=\"192.0.2.1:4711\";proto=https;by=10.0.0.1 | 192.0.2.1",
                "for=198.51.100.1, proto=http;for=192.0.2.1;host=a, for=10.0.0.3 | 192.0.2.1",
                "for=\"[2001:db9::17]:4711\" | 2001:db9::17",
                "for=192.0.2.1;host=\"a, for=198.51.100.1\" | 192.0.2.1",
                "for=192.0.2.1, for=unknown | 10.0.0.1",
                "for=192.0.2.1, proto=http | 10.0.0.1",
                "xfor=192.0.2.1 | 10.0.0.1",
                "192.0.2.1 | 10.0.0.1"
            })
    void theStandardHeaderIsReadAlike(String header, String client) {
        assertThat(client(PROXY, List.of(), List.of(header))).isEqualTo(client);
    }

    @Test
    void headersThatContradictEachOtherCountForNothing() {
        assertThat(client(PROXY, List.of("192.0.2.1"), List.of("for=198.51.100.1")))
                .isEqualTo(PROXY);
        assertThat(client(PROXY, List.of("192.0.2.1"), List.of("for=192.0.2.1")))
                .isEqualTo("192.0.2.1");
    }

    @Test
    void aLongHeaderIsReadAtOnce() {
        String header = "for=\"" + "\\\"".repeat(20_000) + ",for=" + "=".repeat(20_000);

        assertThat(client(PROXY, List.of(",".repeat(50_000)), List.of(header))).isEqualTo(PROXY);
    }

    private static String client(String peer, List<String> forwardedFor, List<String> forwarded) {
        return CLIENT.find(Addresses.parse(peer).orElseThrow(), forwardedFor, forwarded)
                .toCanonicalString();
    }
}
