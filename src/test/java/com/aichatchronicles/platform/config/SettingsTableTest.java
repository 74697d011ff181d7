package com.aichatchronicles.platform.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.aichatchronicles.testing.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * That the table of settings in the README says what the code, the shipped defaults and the server's configuration do.
 */
class SettingsTableTest {
    private static final String NAME = "[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*|keystore_password";
    private static final Pattern ROW = Pattern.compile("\\| (`[^|]+`) \\| ([^|]+) \\| ([^|]+) \\|");
    private static final Pattern QUOTED = Pattern.compile("`([^`]+)`");
    private static final Pattern IN_CODE =
            Pattern.compile("(?:@ConfigProperty\\(name = |[vV]alue\\(|[vV]alue\\(config, |"
                    + "String [A-Z]+ = |(?:optional|required|together)\\(\\s*|together\\(\"\\w+\", )\"(" + NAME
                    + ")\"");
    private static final Pattern VARIABLE =
            Pattern.compile("<variable name=\"(" + NAME + ")\" defaultValue=\"([^\"]*)\"/>");
    private static final Pattern USE = Pattern.compile("\\$\\{(" + NAME + ")}");

    private static final Map<String, String> TABLE = table();
    private static final Map<String, String> DEFAULTS = defaults();

    @Test
    void everySettingOfTheCodeHasItsRow() throws IOException {
        assertThat(TABLE.keySet()).containsAll(usedInCode()).containsAll(DEFAULTS.keySet());
    }

    @Test
    void everyRowIsASettingOfTheCode() throws IOException {
        Set<String> known = new TreeSet<>(usedInCode());
        known.addAll(DEFAULTS.keySet());
        String sources = sources();

        assertThat(TABLE.keySet())
                .allSatisfy(name -> assertThat(known.contains(name) || sources.contains('"' + name + '"'))
                        .as(name)
                        .isTrue());
    }

    @Test
    void everyRowTellsTheDefault() {
        assertThat(TABLE).allSatisfy((name, told) -> {
            String shipped = DEFAULTS.getOrDefault(name, "").replaceAll("\\$\\{(\\w+)}", "$1");
            if (shipped.isEmpty()) {
                assertThat(told).startsWith("none");
            } else {
                assertThat(told).isEqualTo(shipped);
            }
        });
    }

    /** @return what the table tells of the default, by the name of the setting */
    private static Map<String, String> table() {
        Map<String, String> table = new TreeMap<>();
        read(Path.of("README.md")).lines().forEach(line -> {
            Matcher row = ROW.matcher(line);
            if (row.matches() && row.group(1).matches("(`(" + NAME + ")`(, )?)+")) {
                addRow(row, table);
            }
        });
        return table;
    }

    private static void addRow(Matcher row, Map<String, String> table) {
        String[] names = all(QUOTED, row.group(1));
        String[] defaults = all(QUOTED, row.group(3));
        for (int i = 0; i < names.length; i++) {
            boolean one = row.group(3).startsWith("none") || names.length != defaults.length;
            table.put(names[i], one ? row.group(3).strip() : defaults[i]);
        }
    }

    private static Map<String, String> defaults() {
        Map<String, String> defaults = new TreeMap<>(Settings.defaults().values());
        defaults.keySet().removeIf(name -> !name.matches(NAME));
        Matcher variable = VARIABLE.matcher(server());
        while (variable.find()) {
            String before = defaults.putIfAbsent(variable.group(1), variable.group(2));
            assertThat(before).isIn(null, variable.group(2));
        }
        return defaults;
    }

    private static Set<String> usedInCode() throws IOException {
        return Stream.concat(Stream.of(all(IN_CODE, sources())), Stream.of(all(USE, server())))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String[] all(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(match -> match.group(1)).toArray(String[]::new);
    }

    private static String server() {
        return read(Path.of("src/main/liberty/config/server.xml"));
    }

    private static String sources() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(SettingsTableTest::read)
                    .collect(Collectors.joining());
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
