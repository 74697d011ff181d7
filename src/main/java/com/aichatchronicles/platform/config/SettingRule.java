package com.aichatchronicles.platform.config;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;

/** What the server wants of one setting, or of two that belong together. */
interface SettingRule {
    /** @return a sentence that names the setting and never quotes its value; empty if it is right */
    Optional<String> complaint(Config config);

    /** A setting without which the server can't run. */
    static SettingRule required(String name, Predicate<String> right, String shape) {
        return config -> value(config, name).isEmpty()
                ? Optional.of(name + " is not set; it must be " + shape)
                : optional(name, right, shape).complaint(config);
    }

    /** A setting that may be absent, or has a default. */
    static SettingRule optional(String name, Predicate<String> right, String shape) {
        return config -> value(config, name).filter(right.negate()).map(wrong -> name + " must be " + shape);
    }

    /** Two settings of which one is of no use without the other. */
    static SettingRule together(String one, String other) {
        return config -> value(config, one).isPresent() == value(config, other).isPresent()
                ? Optional.empty()
                : Optional.of(one + " and " + other + " must be set together");
    }

    /** Settings that Liberty reads, which knows nothing of files that hold a value. */
    static SettingRule fromTheEnvironmentAlone(String... names) {
        return config -> Stream.of(names)
                .filter(name -> value(config, name + "_FILE").isPresent())
                .findFirst()
                .map(name -> name + "_FILE is of no use: Liberty takes " + name + " from the environment alone");
    }

    /** @return what each rule has to say, or that the file with the value can't be read */
    static List<String> complaints(List<SettingRule> rules, Config config) {
        return rules.stream()
                .flatMap(rule -> complaint(rule, config))
                .distinct()
                .toList();
    }

    private static Stream<String> complaint(SettingRule rule, Config config) {
        try {
            return rule.complaint(config).stream();
        } catch (UncheckedIOException e) {
            return Stream.of(e.getMessage());
        }
    }

    /** @return the value without the blanks around it; empty if there is none */
    static Optional<String> value(Config config, String name) {
        return config.getOptionalValue(name, String.class).map(String::strip).filter(text -> !text.isEmpty());
    }
}
