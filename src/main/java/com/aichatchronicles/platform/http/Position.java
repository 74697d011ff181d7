package com.aichatchronicles.platform.http;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/**
 * Where a list goes on: behind the row with this rank and id, so that rows which come or go meanwhile neither repeat
 * nor skip any. For callers it is an opaque text, which also has the number of the page that follows.
 *
 * @param rank what the list is sorted by: microseconds since 1970 in a list by time, else a number
 * @param id what tells rows of the same rank apart
 */
public record Position(long rank, UUID id) {
    private static final int PARTS = 3;
    private static final long MICROS_A_SECOND = 1_000_000;
    private static final int NANOS_A_MICRO = 1000;
    private static final long EARLIEST = micros(Instant.parse("1870-01-01T00:00:00Z"));
    private static final long LATEST =
            micros(Instant.parse("9999-12-31T23:59:59.999999Z")); // SQL knows no much later ones

    /**
     * @param time of the row
     * @param id of the row
     * @return the position in a list by time
     */
    public static Position at(Instant time, UUID id) {
        return new Position(micros(time), id);
    }

    /** @return the rank of a list by time, in the form that PostgreSQL reads */
    public String time() {
        return Instant.EPOCH.plus(rank, ChronoUnit.MICROS).toString();
    }

    /**
     * @param nextPage the number of the page that begins behind it
     * @return the text for callers
     */
    public String encode(int nextPage) {
        String plain = nextPage + "~" + rank + "~" + id;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * A position as a caller brought it back.
     *
     * @param page the number of the page that begins there
     * @param position behind which it begins
     */
    record Continuation(int page, Position position) {}

    /**
     * @param text from a caller
     * @return what it says, empty for a text that we did not make
     */
    static Optional<Continuation> decode(String text) {
        try {
            String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            String[] parts = plain.split("~", PARTS);
            boolean ours = parts.length == PARTS
                    && parts[0].matches("[1-9]\\d{0,8}")
                    && parts[1].matches("-?\\d{1,18}")
                    && PathId.isId(parts[2]);
            return ours ? continuation(parts) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // not base64
        }
    }

    private static Optional<Continuation> continuation(String[] parts) {
        long rank = Long.parseLong(parts[1]);
        Position position = new Position(rank, UUID.fromString(parts[2]));
        return rank < EARLIEST || rank > LATEST
                ? Optional.empty()
                : Optional.of(new Continuation(Integer.parseInt(parts[0]), position));
    }

    private static long micros(Instant time) {
        return time.getEpochSecond() * MICROS_A_SECOND + time.getNano() / NANOS_A_MICRO;
    }
}
