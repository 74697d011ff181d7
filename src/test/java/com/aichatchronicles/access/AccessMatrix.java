package com.aichatchronicles.access;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Who gets where: the table {@code access-matrix.txt}, one line a route, one column for each kind of caller. A cell is
 * {@code ok} (whatever comes of the request, it was let in), {@code 401}, {@code 403} or {@code 404}. What stands
 * behind the last column is the body of the request; without one it is <code>{}</code>.
 */
record AccessMatrix(Map<String, Line> lines) {
    /** The kinds of callers, in the order of the columns. The key is one of the author's with every scope. */
    static final List<String> CALLERS = List.of("nobody", "user", "author", "moderator", "admin", "key");

    /**
     * What a route does with each caller.
     *
     * @param cells in the order of the columns
     * @param body of the request
     */
    record Line(List<String> cells, String body) {}

    /** @return the table in the class path */
    static AccessMatrix load() {
        try (InputStream file = AccessMatrix.class.getResourceAsStream("/access-matrix.txt")) {
            return parse(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static AccessMatrix parse(String text) {
        Map<String, Line> lines = new LinkedHashMap<>();
        text.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.strip().split("\\s+", 2 + CALLERS.size() + 1))
                .forEach(parts -> {
                    List<String> cells = new ArrayList<>(List.of(parts).subList(2, 2 + CALLERS.size()));
                    String body = parts.length > 2 + CALLERS.size() ? parts[2 + CALLERS.size()] : "{}";
                    if (lines.put(parts[0] + ' ' + parts[1], new Line(cells, body)) != null) {
                        throw new IllegalStateException("Twice: " + parts[0] + ' ' + parts[1]);
                    }
                });
        return new AccessMatrix(lines);
    }
}
