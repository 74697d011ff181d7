package com.aichatchronicles.drills;

import java.util.UUID;

/** Addresses that the servers, which trust the drills as a proxy, have never seen. */
final class Newcomer {
    private Newcomer() {}

    /** @return an IPv6 address in a network that nobody else is in */
    static String address() {
        return "2001:db8:" + UUID.randomUUID().toString().replaceFirst("(.{4})(.{4}).*", "$1:$2") + "::1";
    }
}
