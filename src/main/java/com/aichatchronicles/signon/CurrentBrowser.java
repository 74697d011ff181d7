package com.aichatchronicles.signon;

import com.aichatchronicles.signon.providers.SignOnConfig;
import com.aichatchronicles.tokens.OpaqueToken;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.NewCookie;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The browser that makes the current request: a cookie holds a secret by which it is the one that began a sign-in. Lax,
 * because it comes back from the provider by a link; several sign-ins in several tabs share it.
 */
@RequestScoped
public class CurrentBrowser {
    private static final String COOKIE = "sign_on";

    /** Browsers take such a cookie from this very server alone, by HTTPS: no neighbour can plant one (RFC 6265bis). */
    private static final String HOST_ONLY = "__Host-";

    private static final int LIFETIME_SECONDS = StateService.LIFETIME_SECONDS + 120; // and on to the one-time code
    private static final Pattern SECRET = Pattern.compile("[\\w-]{43}");

    @Inject
    HttpServletRequest request;

    @Inject
    SignOnConfig config;

    private String secret;

    /** @return the secret; one that brought none has that of the cookie that it is about to get */
    String secret() {
        if (secret == null) {
            secret = brought().orElseGet(OpaqueToken::next);
        }
        return secret;
    }

    /** @return the cookie that makes it known again */
    NewCookie cookie() {
        return new NewCookie.Builder(name())
                .value(secret())
                .path(config.isSecure() ? "/" : "/api/v1/auth/oauth")
                .maxAge(LIFETIME_SECONDS)
                .httpOnly(true)
                .secure(config.isSecure())
                .sameSite(NewCookie.SameSite.LAX)
                .build();
    }

    private String name() {
        return config.isSecure() ? HOST_ONLY + COOKIE : COOKIE;
    }

    private Optional<String> brought() {
        return Optional.ofNullable(request.getCookies()).stream()
                .flatMap(Stream::of)
                .filter(cookie -> name().equals(cookie.getName()))
                .map(Cookie::getValue)
                .filter(value -> SECRET.matcher(value).matches())
                .findFirst();
    }
}
