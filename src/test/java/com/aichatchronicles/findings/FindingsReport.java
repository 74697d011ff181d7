package com.aichatchronicles.findings;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Measures the scanner on a corpus, as {@code docs/findings.md} tells: what it finds in the texts as they are, each
 * with its surroundings so that a person can judge it, and how many invented secrets it misses when one is put into
 * each text.
 */
public final class FindingsReport {
    private static final int AROUND = 50;
    private static final int SHOWN = 40;

    private final Scanner scanner = new Scanner();
    private final Random random = new Random(7);
    private final Invented invented = new Invented(7);
    private final Map<String, List<String>> found = new TreeMap<>();
    private final Map<String, int[]> planted = new TreeMap<>();
    private int texts;
    private int textsWithFindings;
    private long characters;
    private long nanoseconds;

    private FindingsReport() {}

    /** @param arguments the corpus: JSON lines, gzipped */
    public static void main(String... arguments) throws IOException {
        FindingsReport report = new FindingsReport();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(Path.of(arguments[0]))), StandardCharsets.UTF_8))) {
            JsonMapper json = new JsonMapper();
            lines.lines().map(json::readTree).forEach(report::add);
        }
        report.print();
    }

    private void add(JsonNode conversation) {
        StringBuilder text = new StringBuilder();
        conversation
                .path("messages")
                .forEach(message ->
                        text.append(message.path("content").asString("")).append("\n\n"));
        measure(text.toString());
        plant(text.toString());
    }

    private void measure(String text) {
        long start = System.nanoTime();
        Scan scan = scanner.scan(text);
        nanoseconds += System.nanoTime() - start;
        texts++;
        characters += text.length();
        textsWithFindings += scan.isClean() ? 0 : 1;
        for (Hit hit : scan.hits()) {
            String before = text.substring(Math.max(0, hit.start() - AROUND), hit.start());
            String after = text.substring(hit.end(), Math.min(text.length(), hit.end() + AROUND));
            found.computeIfAbsent(hit.rule(), rule -> new ArrayList<>())
                    .add((before + "⟦" + text.substring(hit.start(), hit.end()) + "⟧" + after).replaceAll("\\s+", " "));
        }
    }

    private void plant(String text) {
        List<Invented.Secret> secrets = invented.secrets();
        Invented.Secret secret = secrets.get(random.nextInt(secrets.size()));
        int blank = text.indexOf(' ', random.nextInt(text.length()));
        int place = blank < 0 ? text.length() : blank;
        Scan scan = scanner.scan(text.substring(0, place) + " " + secret.text() + " " + text.substring(place));
        boolean seen = scan.hits().stream()
                .anyMatch(hit -> hit.start() <= place + 1
                        && hit.end() >= place + 1 + secret.text().length()
                        && hit.rule().equals(secret.rule()));
        int[] count = planted.computeIfAbsent(secret.rule(), rule -> new int[2]);
        count[0]++;
        count[1] += seen ? 0 : 1;
    }

    private void print() {
        System.out.printf(
                "%d texts, %d with findings, %.1f million characters, %.1f million a second%n",
                texts, textsWithFindings, characters / 1e6, characters * 1e3 / nanoseconds);
        System.out.println("Planted: rule, texts, missed");
        planted.forEach((rule, count) -> System.out.printf("  %s %d %d%n", rule, count[0], count[1]));
        found.forEach((rule, places) -> {
            System.out.printf("Found by %s: %d%n", rule, places.size());
            places.stream()
                    .sorted((a, b) -> Integer.compare(a.hashCode(), b.hashCode()))
                    .limit(SHOWN)
                    .forEach(place -> System.out.println("    " + place));
        });
    }
}
