package com.aichatchronicles.platform.http;

import java.util.Locale;
import java.util.stream.Stream;

/** The Accept-Encoding header (RFC 9110, section 12.5.3), as far as gzip is concerned. */
final class AcceptEncoding {
    private AcceptEncoding() {}

    /**
     * @param header its value, may be null
     * @return whether gzip, or anything, is welcome
     */
    static boolean allowsGzip(String header) {
        if (header == null) {
            return false;
        }
        String[] codings = header.toLowerCase(Locale.ROOT).replace(" ", "").split(",");
        return Stream.of(codings)
                .filter(coding -> coding.matches("gzip(;.*)?"))
                .findFirst()
                .or(() -> Stream.of(codings)
                        .filter(coding -> coding.matches("\\*(;.*)?"))
                        .findFirst())
                .map(coding -> !coding.matches(".*;q=0(\\.0*)?"))
                .orElse(false);
    }
}
