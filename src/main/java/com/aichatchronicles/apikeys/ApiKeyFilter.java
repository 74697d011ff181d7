package com.aichatchronicles.apikeys;

import com.aichatchronicles.platform.observability.CurrentRequest;
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
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Knows the caller by a key, whatever else the request brings. Runs after the tokens were looked at. */
@Provider
@PreMatching
@Priority(Priorities.AUTHENTICATION + 1)
public class ApiKeyFilter implements ContainerRequestFilter {
    /** The header that carries nothing but a key. */
    static final String HEADER = "X-API-Key";

    private static final Pattern BEARER = Pattern.compile("(?i:bearer) +(" + ApiKeyService.MARK + ".*)");
    private static final Pattern KEY = Pattern.compile(ApiKeyService.MARK + "[\\w-]{43}");

    @Inject
    KeyLookupService keys;

    @Inject
    ApiKeyService uses;

    @Inject
    CurrentApiKey current;

    @Inject
    CurrentAccount account;

    @Override
    public void filter(ContainerRequestContext request) {
        Optional<String> presented = presented(request);
        if (presented.isEmpty()) {
            return;
        }
        Optional<KeyHolder> holder =
                presented.filter(text -> KEY.matcher(text).matches()).flatMap(keys::lookup);
        current.present(holder);
        account.actAs(holder.map(KeyHolder::owner), holder.map(KeyHolder::keyId));
        request.setSecurityContext(new KeySecurityContext(holder, request.getSecurityContext()));
        holder.ifPresent(this::note);
    }

    private void note(KeyHolder holder) {
        CurrentRequest.isOf(holder.owner().id());
        if (holder.unnoted()) {
            uses.used(holder.keyId());
        }
    }

    private static Optional<String> presented(ContainerRequestContext request) {
        String alone = request.getHeaderString(HEADER);
        if (alone != null) {
            return Optional.of(alone.strip());
        }
        return Optional.ofNullable(request.getHeaderString(HttpHeaders.AUTHORIZATION))
                .map(BEARER::matcher)
                .filter(Matcher::matches)
                .map(match -> match.group(1).strip());
    }
}
