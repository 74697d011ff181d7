package com.aichatchronicles.platform.ratelimit;

import inet.ipaddr.AddressStringException;
import inet.ipaddr.AddressStringParameters.RangeParameters;
import inet.ipaddr.HostName;
import inet.ipaddr.HostNameParameters;
import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import inet.ipaddr.IPAddressStringParameters;
import java.util.Optional;

/** Reads addresses strictly: four decimal numbers or IPv6, no names, wildcards, octal or shortened forms. */
final class Addresses {
    private static final int NETWORK_BITS = 64;
    private static final IPAddressStringParameters RANGE =
            strict(new IPAddressStringParameters.Builder()).allowPrefix(true).toParams();
    private static final HostNameParameters SINGLE_WITH_PORT = single();

    private Addresses() {}

    /**
     * @param text an address as proxies write it: perhaps with a port, IPv6 perhaps in brackets
     * @return the address, empty if it is none
     */
    static Optional<IPAddress> parse(String text) {
        IPAddress address = new HostName(text, SINGLE_WITH_PORT).asAddress();
        return Optional.ofNullable(address).map(Addresses::plain);
    }

    /** @throws IllegalArgumentException if the text is neither an address nor a CIDR range */
    static IPAddress range(String text) {
        try {
            return new IPAddressString(text, RANGE).toAddress().toPrefixBlock();
        } catch (AddressStringException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** @return what stands for a client: an IPv4 address itself, of IPv6 the /64 that one subscriber has as a whole */
    static String client(IPAddress address) {
        return address.isIPv6() ? address.toPrefixBlock(NETWORK_BITS).toCanonicalString() : address.toCanonicalString();
    }

    /** An IPv4 address in the clothes of IPv6 (RFC 4291, section 2.5.5.2) is that IPv4 address. */
    private static IPAddress plain(IPAddress address) {
        return address.isIPv6() && address.toIPv6().isIPv4Mapped()
                ? address.toIPv6().getEmbeddedIPv4Address()
                : address;
    }

    private static HostNameParameters single() {
        HostNameParameters.Builder builder =
                new HostNameParameters.Builder().allowEmpty(false).allowService(false);
        strict(builder.getAddressOptionsBuilder()).allowPrefix(false);
        return builder.toParams();
    }

    private static IPAddressStringParameters.Builder strict(IPAddressStringParameters.Builder builder) {
        builder.allowEmpty(false)
                .allowAll(false)
                .allowSingleSegment(false)
                .allowWildcardedSeparator(false)
                .allowMask(false)
                .setRangeOptions(RangeParameters.NO_RANGE)
                .allow_inet_aton(false);
        builder.getIPv4AddressParametersBuilder().allowLeadingZeros(false);
        builder.getIPv6AddressParametersBuilder().allowZone(false).allowBase85(false);
        return builder;
    }
}
