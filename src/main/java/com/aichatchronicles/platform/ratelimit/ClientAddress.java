package com.aichatchronicles.platform.ratelimit;

import inet.ipaddr.IPAddress;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;

/** The address of the client that makes the current request, seen through trusted proxies. */
@ApplicationScoped
public class ClientAddress {
    private static final String FOUND = ClientAddress.class.getName();

    @Inject
    HttpServletRequest request;

    @Inject
    RateLimitConfig config;

    @Inject
    Peers peers;

    /** @return the address in its usual form */
    public String text() {
        return address().toCanonicalString();
    }

    IPAddress address() {
        if (request.getAttribute(FOUND) instanceof IPAddress known) {
            return known;
        }
        IPAddress address = new ForwardedClient(config.trustedProxies())
                .find(peer(), headers("X-Forwarded-For"), headers("Forwarded"));
        request.setAttribute(FOUND, address);
        return address;
    }

    private IPAddress peer() {
        return peers.of(request.getRemoteAddr());
    }

    private List<String> headers(String name) {
        return Collections.list(request.getHeaders(name));
    }
}
