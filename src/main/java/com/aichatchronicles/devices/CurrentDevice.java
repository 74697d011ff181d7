package com.aichatchronicles.devices;

import com.aichatchronicles.platform.http.HttpConfig;
import com.aichatchronicles.platform.ratelimit.ClientAddress;
import com.aichatchronicles.tokens.OpaqueToken;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.NewCookie;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The device that makes the current request. It is known again by a cookie that says nothing but that it is the same
 * one; a client that keeps no cookies is known by its address and user agent.
 */
@RequestScoped
public class CurrentDevice {
    private static final String COOKIE = "device";
    private static final Pattern SECRET = Pattern.compile("[\\w-]{43}");

    @Inject
    HttpServletRequest request;

    @Inject
    ClientAddress address;

    @Inject
    HttpConfig config;

    private String secret;

    /** @return the device; one that brought no cookie has the secret of the cookie that it is about to get */
    public Device device() {
        return new Device(request.getHeader(HttpHeaders.USER_AGENT), address.text(), secret());
    }

    /** @return the cookie that makes the device known again; it opens nothing */
    public NewCookie cookie() {
        return new NewCookie.Builder(COOKIE)
                .value(secret())
                .path("/api/v1/auth")
                .maxAge((int) DeviceService.REMEMBERED.toSeconds())
                .httpOnly(true)
                .secure("https".equals(config.apiUrl().getScheme()))
                .sameSite(NewCookie.SameSite.STRICT)
                .build();
    }

    private String secret() {
        if (secret == null) {
            secret = brought().orElseGet(OpaqueToken::next);
        }
        return secret;
    }

    private Optional<String> brought() {
        return Optional.ofNullable(request.getCookies()).stream()
                .flatMap(Stream::of)
                .filter(cookie -> COOKIE.equals(cookie.getName()))
                .map(Cookie::getValue)
                .filter(value -> SECRET.matcher(value).matches())
                .findFirst();
    }
}
