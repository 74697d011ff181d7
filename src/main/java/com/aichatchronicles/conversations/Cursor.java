package com.aichatchronicles.conversations;

import com.aichatchronicles.platform.http.PathId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/**
 * Where a list goes on: behind the row with this sort value and id, so that rows which come or go meanwhile neither
 * repeat nor skip any. For callers it is an opaque text.
 *
 * @param sort the list's sort
 * @param descending its direction
 * @param page the number of the page that follows
 * @param id the last row's id
 * @param value the last row's sort value
 */
public record Cursor(Sort sort, boolean descending, int page, UUID id, String value) {
    private static final int PARTS = 5;
    private static final Instant EARLIEST = Instant.parse("1870-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z"); // Java knows times that SQL doesn't

    /** @return a cursor that says no more than the page, for lists that are sorted by how well they fit */
    static Cursor toPage(int page) {
        return new Cursor(Sort.LIKES_COUNT, true, page, new UUID(0, 0), "0");
    }

    /** @return the text for callers */
    String encode() {
        String plain =
                String.join("~", sort.text(), descending ? "desc" : "asc", String.valueOf(page), id.toString(), value);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * @param text from a caller
     * @return the cursor, empty for a text that we did not make
     */
    static Optional<Cursor> decode(String text) {
        try {
            String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            String[] parts = plain.split("~", PARTS);
            boolean ours = parts.length == PARTS
                    && Sort.names().contains(parts[0])
                    && parts[1].matches("asc|desc")
                    && parts[2].matches("[1-9]\\d{0,8}")
                    && PathId.isId(parts[3])
                    && fits(Sort.of(parts[0]), parts[4]);
            return ours
                    ? Optional.of(new Cursor(
                            Sort.of(parts[0]),
                            "desc".equals(parts[1]),
                            Integer.parseInt(parts[2]),
                            UUID.fromString(parts[3]),
                            parts[4]))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // not base64
        }
    }

    private static boolean fits(Sort sort, String value) {
        return switch (sort) {
            case CREATED_AT, UPDATED_AT -> isTime(value);
            case LIKES_COUNT -> value.matches("-?\\d{1,9}");
            case TITLE -> value.chars().noneMatch(c -> c == 0 || c == 0xFFFD);
        };
    }

    private static boolean isTime(String value) {
        try {
            Instant time = Instant.parse(value);
            return time.isAfter(EARLIEST) && time.isBefore(LATEST);
        } catch (DateTimeParseException e) {
            return false;
        }
    }
}
