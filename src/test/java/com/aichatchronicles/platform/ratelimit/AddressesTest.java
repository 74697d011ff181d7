package com.aichatchronicles.platform.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import inet.ipaddr.IPAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressesTest {
    @ParameterizedTest
    @CsvSource({
        "192.0.2.7, 192.0.2.7",
        "192.0.2.7:4711, 192.0.2.7",
        "2001:DB8:0:0::1, 2001:db8::1",
        "[2001:db8::1], 2001:db8::1",
        "[2001:db8::1]:443, 2001:db8::1",
        "::ffff:192.0.2.7, 192.0.2.7"
    })
    void anAddressIsReadInAnyOfItsForms(String text, String address) {
        assertThat(Addresses.parse(text)).map(IPAddress::toCanonicalString).contains(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "unknown",
                "_hidden",
                "localhost",
                "192.0.2",
                "192.0.2.7/24",
                "192.0.2.*",
                "192.0.2.1-9",
                "0xC0000207",
                "3221225991",
                "0300.0.2.7",
                "*",
                "::1::",
                "1.2.3.4.5",
                "192.0.2.256",
                "[192.0.2.7"
            })
    void whatIsNoSingleAddressIsNone(String text) {
        assertThat(Addresses.parse(text)).isEmpty();
    }

    @Test
    void anIpv6ClientIsItsNetworkOf64Bits() {
        assertThat(client("2001:db8:1:2:3:4:5:6")).isEqualTo("2001:db8:1:2::/64");
        assertThat(client("2001:db8:1:2:ffff::")).isEqualTo(client("2001:db8:1:2::1"));
        assertThat(client("2001:db8:1:3::1")).isNotEqualTo(client("2001:db8:1:2::1"));
        assertThat(client("::ffff:192.0.2.7")).isEqualTo(client("192.0.2.7")).isEqualTo("192.0.2.7");
    }

    @Test
    void aListHasAddressesAndRanges() {
        AddressRanges ranges = AddressRanges.parse("192.0.2.7, 10.1.2.3/8,2001:db8::/32 ,");

        assertThat(ranges.contain(address("192.0.2.7"))).isTrue();
        assertThat(ranges.contain(address("192.0.2.8"))).isFalse();
        assertThat(ranges.contain(address("10.255.0.1"))).isTrue();
        assertThat(ranges.contain(address("2001:db8:9::1"))).isTrue();
        assertThat(ranges.contain(address("::1"))).isFalse();
        assertThat(AddressRanges.parse("").contain(address("127.0.0.1"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"proxy.example", "10.0.0.0/33", "10.*", "10", "192.0.2.7:80", "10.0.0.1;10.0.0.2"})
    void aListOfAnythingElseIsRefused(String list) {
        assertThatIllegalArgumentException().isThrownBy(() -> AddressRanges.parse(list));
    }

    private static String client(String text) {
        return Addresses.client(address(text));
    }

    private static IPAddress address(String text) {
        return Addresses.parse(text).orElseThrow();
    }
}
