package com.aichatchronicles.platform.http;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/**
 * Where a list sorted by time goes on: behind the row with this time and id, so that rows which come or go meanwhile
 * neither repeat nor skip any. For callers it is an opaque text.
 *
 * @param page the number of the page that follows
 * @param time the last row's time
 * @param id the last row's id
 */
public record TimeCursor(int page, Instant time, UUID id) {
    /** The longest text of one. */
    public static final int LONGEST = 200;

    private static final int PARTS = 3;
    private static final Instant EARLIEST = Instant.parse("1870-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z"); // Java knows times that SQL doesn't

    /** @return the text for callers */
    public String encode() {
        String plain = page + "~" + time + "~" + id;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * @param query the query of a list; a cursor that we did not make is noted as an error there
     * @return its cursor, or null
     */
    public static TimeCursor in(QueryParameters query) {
        String text = query.text("cursor", LONGEST).orElse(null);
        if (text == null) {
            return null;
        }
        Optional<TimeCursor> cursor = decode(text);
        if (cursor.isEmpty()) {
            query.refuse("cursor", "must be a nextCursor of an earlier answer", "any.invalid");
        }
        return cursor.orElse(null);
    }

    /**
     * @param text from a caller
     * @return the cursor, empty for a text that we did not make
     */
    static Optional<TimeCursor> decode(String text) {
        try {
            String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            String[] parts = plain.split("~", PARTS);
            if (parts.length != PARTS || !parts[0].matches("\\d{1,9}") || !PathId.isId(parts[2])) {
                return Optional.empty();
            }
            Instant time = Instant.parse(parts[1]);
            return time.isAfter(EARLIEST) && time.isBefore(LATEST)
                    ? Optional.of(new TimeCursor(Integer.parseInt(parts[0]), time, UUID.fromString(parts[2])))
                    : Optional.empty();
        } catch (IllegalArgumentException | DateTimeException e) {
            return Optional.empty(); // not base64, or no time
        }
    }
}
