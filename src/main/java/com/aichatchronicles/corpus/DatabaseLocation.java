package com.aichatchronicles.corpus;

import com.aichatchronicles.platform.database.DatabaseAddress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Finds the database to load into: the one that {@code DATABASE_URL} names, else the one of the local run. */
final class DatabaseLocation {
    static final Path LOCAL_RUN = Path.of(".local", "database-url");

    private DatabaseLocation() {}

    /**
     * Looks for the address.
     *
     * @param environment as of {@link System#getenv()}; {@code DATABASE_URL_FILE} may name a file with the address
     * @param localRun the file that the local run writes while it runs
     */
    static DatabaseAddress find(Map<String, String> environment, Path localRun) throws LoadException {
        try {
            return DatabaseAddress.parse(text(environment, localRun));
        } catch (IllegalArgumentException e) {
            throw new LoadException(e.getMessage(), e);
        } catch (IOException e) {
            throw new LoadException("The file with the database's address can't be read: " + e.getMessage(), e);
        }
    }

    private static String text(Map<String, String> environment, Path localRun) throws IOException, LoadException {
        String address = environment.get("DATABASE_URL");
        if (address != null && !address.isBlank()) {
            return address;
        }
        String file = environment.get("DATABASE_URL_FILE");
        if (file != null && !file.isBlank()) {
            return Files.readString(Path.of(file));
        }
        if (Files.exists(localRun)) {
            return Files.readString(localRun);
        }
        throw new LoadException("No database to load into. Either start the local run in another window (mvn -Prun) and"
                + " load again, or set DATABASE_URL=postgresql://user:password@host:port/database");
    }
}
