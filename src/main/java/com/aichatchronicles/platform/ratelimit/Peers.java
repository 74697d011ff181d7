package com.aichatchronicles.platform.ratelimit;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import inet.ipaddr.IPAddress;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * The addresses of those who have opened connections lately: reading one takes longer than all that is done with it.
 */
@ApplicationScoped
public class Peers {
    private static final int MOST = 10_000;

    private final LoadingCache<String, IPAddress> known =
            Caffeine.newBuilder().maximumSize(MOST).build(Peers::read);

    /**
     * @param text as the server writes an address: perhaps with the zone of a link-local one
     * @throws IllegalStateException if it is none
     */
    IPAddress of(String text) {
        return known.get(text);
    }

    private static IPAddress read(String text) {
        String plain = text.replaceFirst("%.*", "");
        return Addresses.parse(plain).orElseThrow(() -> new IllegalStateException("No address: " + text));
    }
}
