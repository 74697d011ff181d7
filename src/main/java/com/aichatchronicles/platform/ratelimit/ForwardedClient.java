package com.aichatchronicles.platform.ratelimit;

import inet.ipaddr.IPAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the client behind proxies. Only what a trusted proxy has written counts, so both headers are read from the
 * right: each trusted proxy vouches for the address at its left.
 */
final class ForwardedClient {
    /** A forwarded-pair of RFC 7239, section 4, or what separates two elements. */
    private static final Pattern PART =
            Pattern.compile("([^\\s=;,\"]+)\\s*=\\s*(\"(?:[^\"\\\\]|\\\\.)*+\"|[^\\s;,\"]*)|,");

    private final AddressRanges trusted;

    ForwardedClient(AddressRanges trusted) {
        this.trusted = trusted;
    }

    /**
     * @param peer who has opened the connection
     * @param forwardedFor all values of {@code X-Forwarded-For}
     * @param forwarded all values of {@code Forwarded}
     * @return the client; the peer where it isn't trusted, or where the two headers contradict each other: then one of
     *     them comes from the client, and nobody can tell which
     */
    IPAddress find(IPAddress peer, List<String> forwardedFor, List<String> forwarded) {
        if (!trusted.contain(peer)) {
            return peer;
        }
        IPAddress older = walk(peer, List.of(String.join(",", forwardedFor).split(",")));
        IPAddress newer = walk(peer, elements(String.join(",", forwarded)));
        if (forwarded.isEmpty() || older.equals(newer)) {
            return older;
        }
        return forwardedFor.isEmpty() ? newer : peer;
    }

    private IPAddress walk(IPAddress peer, List<String> hops) {
        IPAddress client = peer;
        for (int i = hops.size() - 1; i >= 0 && trusted.contain(client); i--) {
            Optional<IPAddress> hop = Addresses.parse(hops.get(i).strip());
            if (hop.isEmpty()) {
                return client; // who stands to the left of an unknown hop is hearsay
            }
            client = hop.get();
        }
        return client;
    }

    /** @return the {@code for} of each element, an empty text where it has none */
    private static List<String> elements(String header) {
        List<String> elements = new ArrayList<>();
        String current = "";
        Matcher part = PART.matcher(header);
        while (part.find()) {
            if (part.group(1) == null) {
                elements.add(current);
                current = "";
            } else if ("for".equalsIgnoreCase(part.group(1))) {
                current = part.group(2).replace("\"", "");
            }
        }
        elements.add(current);
        return elements;
    }
}
