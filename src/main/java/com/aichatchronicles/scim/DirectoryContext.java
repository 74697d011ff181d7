package com.aichatchronicles.scim;

import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;

/** The security context of a request that a directory makes: no person, and no role but its own. */
public record DirectoryContext(SecurityContext original) implements SecurityContext {
    /** The role of directories. */
    public static final String ROLE = "scim";

    @Override
    public Principal getUserPrincipal() {
        return () -> ROLE;
    }

    @Override
    public boolean isUserInRole(String role) {
        return ROLE.equals(role);
    }

    @Override
    public boolean isSecure() {
        return original.isSecure();
    }

    @Override
    public String getAuthenticationScheme() {
        return "Bearer";
    }
}
