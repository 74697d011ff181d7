package com.aichatchronicles.corpus;

import com.aichatchronicles.platform.database.PostgresDataSource;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;

/**
 * The command {@code mvn -Pload -Dcorpus=FILE}: loads a corpus into the database of {@code DATABASE_URL}, or of the
 * local run. It can be stopped at any moment and started again, also while the server runs.
 */
public final class LoadCorpus {
    private final Map<String, String> environment;
    private final PrintStream out;
    private final boolean terminal;

    LoadCorpus(Map<String, String> environment, PrintStream out, boolean terminal) {
        this.environment = environment;
        this.out = out;
        this.terminal = terminal;
    }

    /**
     * Loads the corpus that the first argument names. Ends the process with status 1 where the file or the database
     * can't be used; broken lines are no failure.
     *
     * @param arguments the path of the corpus
     */
    public static void main(String[] arguments) {
        boolean succeeded = new LoadCorpus(System.getenv(), System.out, System.console() != null).run(arguments);
        if (!succeeded) {
            System.exit(1);
        }
    }

    /** Returns whether all lines were handled. */
    boolean run(String... arguments) {
        try {
            load(corpus(arguments));
            return true;
        } catch (LoadException e) {
            out.println(e.getMessage());
        } catch (IOException e) {
            out.println("The corpus can't be read: " + e.getMessage());
        }
        return false;
    }

    private static Path corpus(String... arguments) throws LoadException {
        if (arguments.length != 1 || arguments[0] == null || arguments[0].isBlank()) {
            throw new LoadException("Say which corpus to load: mvn -Pload -Dcorpus=FILE (JSON lines, plain or gzip)");
        }
        Path corpus = Path.of(arguments[0]);
        if (!Files.isRegularFile(corpus) || !Files.isReadable(corpus)) {
            throw new LoadException("There is no file that can be read at " + corpus);
        }
        return corpus;
    }

    private void load(Path corpus) throws LoadException, IOException {
        PostgresDataSource database =
                new PostgresDataSource(DatabaseLocation.find(environment, DatabaseLocation.LOCAL_RUN));
        Instant start = Instant.now();
        LoadTally tally;
        try (CorpusFile file = CorpusFile.open(corpus);
                ProgressDisplay display = new ProgressDisplay(file, out, terminal)) {
            tally = new CorpusLoader(database::getConnection, Clock.systemUTC(), display).load(file.content());
        }
        report(tally, Duration.between(start, Instant.now()));
    }

    private void report(LoadTally tally, Duration time) {
        double seconds = Math.max(0.001, time.toMillis() / 1000.0);
        out.printf(
                Locale.ROOT,
                "%,d lines read, %,d conversations stored in %.1f seconds: %,.0f lines a second%n",
                tally.read(),
                tally.stored(),
                seconds,
                tally.read() / seconds);
        tally.skipped().forEach((reason, lines) -> out.printf(Locale.ROOT, "%,d skipped: %s%n", lines.sum(), reason));
    }
}
