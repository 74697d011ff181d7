package com.aichatchronicles.platform.ratelimit;

import inet.ipaddr.IPAddress;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;

/** The address of the client that makes the current request, seen through trusted proxies. */
@RequestScoped
public class ClientAddress {
    @Inject
    HttpServletRequest request;

    @Inject
    RateLimitConfig config;

    @Inject
    Peers peers;

    private IPAddress address;

    /** @return the address in its usual form */
    public String text() {
        return address().toCanonicalString();
    }

    IPAddress address() {
        if (address == null) {
            address = new ForwardedClient(config.trustedProxies())
                    .find(peer(), headers("X-Forwarded-For"), headers("Forwarded"));
        }
        return address;
    }

    private IPAddress peer() {
        return peers.of(request.getRemoteAddr());
    }

    private List<String> headers(String name) {
        return Collections.list(request.getHeaders(name));
    }
}
