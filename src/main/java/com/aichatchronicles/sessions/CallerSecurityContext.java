package com.aichatchronicles.sessions;

import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;
import java.util.Optional;

/**
 * The security context of a request with the roles that the account has now, not those of its token; that of nobody
 * where the token's session is over.
 */
record CallerSecurityContext(Optional<Caller> caller, SecurityContext original) implements SecurityContext {
    @Override
    public Principal getUserPrincipal() {
        return caller.isPresent() ? original.getUserPrincipal() : null;
    }

    @Override
    public boolean isUserInRole(String role) {
        return caller.filter(known -> known.role().groups().contains(role)).isPresent();
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
