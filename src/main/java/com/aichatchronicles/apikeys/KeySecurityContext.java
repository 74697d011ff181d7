package com.aichatchronicles.apikeys;

import com.aichatchronicles.platform.ratelimit.CountedPrincipal;
import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;
import java.util.Optional;

/** The security context of a request with a key: its owner's roles, and nobody where the key is not good. */
record KeySecurityContext(Optional<KeyHolder> holder, SecurityContext original) implements SecurityContext {
    @Override
    public Principal getUserPrincipal() {
        return holder.map(known -> new CountedPrincipal(known.owner().id(), "key:" + known.keyId()))
                .orElse(null);
    }

    @Override
    public boolean isUserInRole(String role) {
        return holder.filter(known -> known.owner().role().groups().contains(role))
                .isPresent();
    }

    @Override
    public boolean isSecure() {
        return original.isSecure();
    }

    @Override
    public String getAuthenticationScheme() {
        return original.getAuthenticationScheme();
    }
}
