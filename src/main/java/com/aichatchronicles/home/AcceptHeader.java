package com.aichatchronicles.home;

import static java.util.Comparator.comparingInt;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The media types that a caller asks for, each with its weight (RFC 9110, section 12.5.1). */
record AcceptHeader(List<Range> ranges) {

    /**
     * @param header the field's value, several fields joined by commas; null where there is none
     * @return the ranges that are well formed; none means that anything goes
     */
    static AcceptHeader parse(String header) {
        String unquoted = header == null ? "" : header.replaceAll("\"[^\"]*\"", "");
        return new AcceptHeader(Stream.of(unquoted.split(","))
                .map(Range::parse)
                .flatMap(Optional::stream)
                .toList());
    }

    /**
     * Whether the first of two media types is wanted more than the second: by weight, and with equal weights where it
     * is named more precisely, as in the {@code application/json, *}{@code /*} that many HTTP clients send.
     */
    boolean prefers(String type, String other) {
        Range wanted = rangeFor(type);
        Range rival = rangeFor(other);
        int byWeight = Double.compare(wanted.weight(), rival.weight());
        return byWeight > 0 || byWeight == 0 && wanted.weight() > 0 && wanted.precision() > rival.precision();
    }

    private Range rangeFor(String type) {
        return ranges.stream()
                .filter(range -> range.matches(type))
                .max(comparingInt(Range::precision))
                .orElse(Range.NOT_WANTED);
    }

    record Range(String name, double weight) {
        static final Range NOT_WANTED = new Range("*/*", 0);

        static Optional<Range> parse(String text) {
            String[] parts = text.toLowerCase(Locale.ROOT).split(";", -1);
            String name = parts[0].strip();
            if (!name.matches("[^\\s/]+/[^\\s/]+")) {
                return Optional.empty();
            }
            return Stream.of(parts)
                    .skip(1)
                    .map(String::strip)
                    .filter(parameter -> parameter.startsWith("q="))
                    .findFirst()
                    .map(parameter -> weight(parameter.substring(2)))
                    .orElse(Optional.of(1.0))
                    .map(weight -> new Range(name, weight));
        }

        private static Optional<Double> weight(String text) {
            boolean wellFormed = text.matches("0(\\.\\d{0,3})?|1(\\.0{0,3})?");
            return wellFormed ? Optional.of(Double.valueOf(text)) : Optional.empty();
        }

        boolean matches(String type) {
            return precision() == 2
                    ? name.equals(type)
                    : precision() == 0 || type.startsWith(name.substring(0, name.length() - 1));
        }

        int precision() {
            if (name.equals("*/*")) {
                return 0;
            }
            return name.endsWith("/*") ? 1 : 2;
        }
    }
}
