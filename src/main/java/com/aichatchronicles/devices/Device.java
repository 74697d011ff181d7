package com.aichatchronicles.devices;

import com.aichatchronicles.tokens.OpaqueToken;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where a sign-in comes from, for the owner's list of sessions and to tell the owner's devices from others.
 *
 * @param userAgent the User-Agent header, cut at 400 characters, may be null
 * @param address the client's address
 * @param secret that of the device's cookie, null for a client that keeps no cookies
 */
public record Device(String userAgent, String address, String secret) {
    private static final int LONGEST = 400;

    /** Cuts what a caller may have made too long. */
    public Device {
        userAgent = userAgent == null || userAgent.length() <= LONGEST ? userAgent : userAgent.substring(0, LONGEST);
    }

    /** A client without a cookie. */
    public Device(String userAgent, String address) {
        this(userAgent, address, null);
    }

    /** @return what an account may know the device by, the surer mark first; neither can be turned back */
    List<String> marks() {
        String place = OpaqueToken.hash("place " + address + '\n' + userAgent);
        return Stream.concat(
                        Stream.ofNullable(secret).map(value -> OpaqueToken.hash("cookie " + value)), Stream.of(place))
                .toList();
    }

    @Override
    public String toString() {
        return "Device[" + userAgent + ", " + address + "]"; // the secret must not reach a log
    }
}
