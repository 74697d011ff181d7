package com.aichatchronicles.supabase;

import com.aichatchronicles.platform.errors.ErrorCode;
import com.aichatchronicles.platform.observability.CurrentRequest;
import com.aichatchronicles.sessions.Caller;
import com.aichatchronicles.sessions.CurrentAccount;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.util.Optional;

/** Knows the caller by a token of Supabase where neither a token of ours nor a key has told who it is. */
@Provider
@PreMatching
@Priority(Priorities.AUTHENTICATION + 2)
public class SupabaseTokenFilter implements ContainerRequestFilter {
    /** The property of a request that tells why its token was refused. */
    static final String REFUSAL = SupabaseTokenFilter.class.getName();

    private static final String SCHEME = "Bearer ";

    @Inject
    SupabaseConfig config;

    @Inject
    SupabaseTokens tokens;

    @Inject
    SupabaseSessionService sessions;

    @Inject
    CurrentAccount current;

    @Override
    public void filter(ContainerRequestContext request) {
        String header = request.getHeaderString(HttpHeaders.AUTHORIZATION);
        if (!config.isOn()
                || header == null
                || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                || current.lookup().isPresent()) {
            return;
        }
        Verdict verdict = tokens.check(header.substring(SCHEME.length()).strip());
        verdict.refusal().ifPresent(code -> request.setProperty(REFUSAL, code));
        verdict.token().ifPresent(token -> enter(request, token));
    }

    private void enter(ContainerRequestContext request, SupabaseToken token) {
        Optional<Caller> caller = sessions.lookup(token);
        if (caller.isEmpty()) {
            request.setProperty(REFUSAL, ErrorCode.INVALID_TOKEN);
            return;
        }
        current.actAs(caller, Optional.empty());
        CurrentRequest.isOf(token.user());
        request.setSecurityContext(new SupabaseContext(token, caller.get().role(), request.getSecurityContext()));
    }
}
