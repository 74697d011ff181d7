package com.aichatchronicles.supabase;

import com.aichatchronicles.sessions.Role;
import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;

/** The security context of a caller with a token of Supabase: with the role of the account, not that of the token. */
record SupabaseContext(SupabaseToken token, Role role, SecurityContext original) implements SecurityContext {
    @Override
    public Principal getUserPrincipal() {
        return token;
    }

    @Override
    public boolean isUserInRole(String name) {
        return role.groups().contains(name);
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
