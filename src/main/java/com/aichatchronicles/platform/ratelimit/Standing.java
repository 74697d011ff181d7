package com.aichatchronicles.platform.ratelimit;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Where a request stands in all the limits that it falls under.
 *
 * @param counts one for each limit, empty where none applies
 */
record Standing(List<Count> counts) {
    private static final Comparator<Count> TIGHTEST =
            Comparator.comparing(Count::remaining).thenComparing(Count::secondsLeft, Comparator.reverseOrder());

    /** @return the limit that refuses the request, the one that lasts longest where several do */
    Optional<Count> exceeded() {
        return counts.stream().filter(Count::isExceeded).max(Comparator.comparing(Count::secondsLeft));
    }

    /**
     * The fields of draft-ietf-httpapi-ratelimit-headers-10, sections 3 and 4, and those of the earlier back end
     * (draft 6 of the same), which know one limit: the tightest.
     *
     * @return values by name, none where no limit applies
     */
    Map<String, Object> headers() {
        Map<String, Object> headers = new LinkedHashMap<>();
        exceeded().or(() -> counts.stream().min(TIGHTEST)).ifPresent(tightest -> {
            headers.put("RateLimit-Policy", list(Standing::policy));
            headers.put("RateLimit", list(Standing::state));
            headers.put("RateLimit-Limit", tightest.limit().quota().requests());
            headers.put("RateLimit-Remaining", tightest.remaining());
            headers.put("RateLimit-Reset", tightest.secondsLeft());
        });
        return headers;
    }

    private String list(Function<Count, String> item) {
        return counts.stream().map(item).collect(Collectors.joining(", "));
    }

    private static String policy(Count count) {
        Quota quota = count.limit().quota();
        return name(count) + ";q=" + quota.requests() + ";w=" + quota.seconds();
    }

    private static String state(Count count) {
        return name(count) + ";r=" + count.remaining() + ";t=" + count.secondsLeft();
    }

    private static String name(Count count) {
        return '"' + count.limit().policy().label() + '"';
    }
}
