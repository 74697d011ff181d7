package com.aichatchronicles.testing;

import java.util.Arrays;

/** A figure of {@code /metrics}. */
public final class Metric {
    private Metric() {}

    /**
     * @param name the metric
     * @param labels what its line has between the braces, as {@code region="search"}, each of them
     * @return the sum of the lines with all of these labels, 0 where there is none
     */
    public static double value(String name, String... labels) {
        return value(Api.anonymous(), name, labels);
    }

    /** @return the same of another server */
    public static double value(Api server, String name, String... labels) {
        return server.with("Accept", "text/plain")
                .get("/metrics")
                .text()
                .lines()
                .filter(line -> line.startsWith(name + '{') || line.startsWith(name + ' '))
                .filter(line -> Arrays.stream(labels).allMatch(line::contains))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }
}
