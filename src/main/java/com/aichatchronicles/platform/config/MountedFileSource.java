package com.aichatchronicles.platform.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * Settings from mounted files: {@code NAME_FILE} names a file whose content is the value of {@code NAME}. A value given
 * directly in the environment wins. Each file is read once.
 */
public class MountedFileSource implements ConfigSource {
    private static final String SUFFIX = "_FILE";

    private final Map<String, String> environment;
    private final Map<String, String> contents = new ConcurrentHashMap<>();

    /** Looks at the environment of this process. */
    public MountedFileSource() {
        this(System.getenv());
    }

    MountedFileSource(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public Set<String> getPropertyNames() {
        return environment.keySet().stream()
                .filter(name -> name.endsWith(SUFFIX) && name.length() > SUFFIX.length())
                .map(name -> name.substring(0, name.length() - SUFFIX.length()))
                .collect(java.util.stream.Collectors.toUnmodifiableSet());
    }

    @Override
    public String getValue(String name) {
        String file = environment.get(name + SUFFIX);
        return file == null ? null : contents.computeIfAbsent(name, key -> read(key, file));
    }

    @Override
    public String getName() {
        return "mounted files";
    }

    @Override
    public int getOrdinal() {
        return 250; // above META-INF/microprofile-config.properties (100), below the environment (300)
    }

    private static String read(String name, String file) {
        try {
            return Files.readString(Path.of(file)).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(name + SUFFIX + " names a file that can't be read", e);
        }
    }
}
