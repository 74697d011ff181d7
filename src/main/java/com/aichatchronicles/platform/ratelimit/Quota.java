package com.aichatchronicles.platform.ratelimit;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How many requests a window holds.
 *
 * @param requests at least 1
 * @param seconds the length of the window, at least 1
 */
public record Quota(long requests, long seconds) {
    private static final Pattern FORM = Pattern.compile("([1-9]\\d{0,11})/([1-9]\\d{0,8})");

    /**
     * @param text {@code requests/seconds}, or {@code off}
     * @return the quota, empty for {@code off}
     * @throws IllegalArgumentException if it is neither
     */
    public static Optional<Quota> parse(String text) {
        if ("off".equals(text.strip())) {
            return Optional.empty();
        }
        Matcher form = FORM.matcher(text.strip());
        if (!form.matches()) {
            throw new IllegalArgumentException("No quota: " + text);
        }
        return Optional.of(new Quota(Long.parseLong(form.group(1)), Long.parseLong(form.group(2))));
    }

    /** @return so many times the requests in the same time */
    public Quota times(int factor) {
        return new Quota(requests * factor, seconds);
    }

    /** @return the length of the window in milliseconds */
    public long milliseconds() {
        return seconds * 1000;
    }
}
