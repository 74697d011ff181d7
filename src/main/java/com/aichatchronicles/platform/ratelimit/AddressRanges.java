package com.aichatchronicles.platform.ratelimit;

import inet.ipaddr.IPAddress;
import java.util.List;
import java.util.stream.Stream;

/** Addresses and CIDR ranges of an operator's list. */
final class AddressRanges {
    private final List<IPAddress> ranges;

    private AddressRanges(List<IPAddress> ranges) {
        this.ranges = ranges;
    }

    /**
     * @param list addresses and CIDR ranges, separated by commas; may be empty
     * @return the ranges
     * @throws IllegalArgumentException if one of them is neither
     */
    static AddressRanges parse(String list) {
        return new AddressRanges(Stream.of(list.split(","))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .map(Addresses::range)
                .toList());
    }

    boolean contain(IPAddress address) {
        return ranges.stream().anyMatch(range -> range.contains(address));
    }
}
