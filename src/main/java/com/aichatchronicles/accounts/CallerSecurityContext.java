package com.aichatchronicles.accounts;

import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;

/** The security context of a request with the roles that the account has now, not those of its token. */
record CallerSecurityContext(Caller caller, SecurityContext original) implements SecurityContext {
    @Override
    public Principal getUserPrincipal() {
        return original.getUserPrincipal();
    }

    @Override
    public boolean isUserInRole(String role) {
        return caller.role().groups().contains(role);
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
