package com.aichatchronicles.corpus;

import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Loads a corpus in batches, each of which is durable when the next ones go out. Loading the same corpus again, also
 * after a kill, adds only what is missing.
 */
public final class CorpusLoader {
    static final String ALREADY_LOADED = "already loaded";

    private static final int LARGEST_BATCH = 250;
    private static final int HEAVIEST_BATCH = 4_000_000;
    private static final int WRITERS = 2;

    private final Connections connections;
    private final LoadListener listener;
    private final LoadTally tally = new LoadTally();
    private final TranscriptParser parser = new TranscriptParser();
    private final ConversationMapper mapper;

    /**
     * Makes a loader for one load.
     *
     * @param connections the way to the database
     * @param clock tells the time of conversations that bear none
     * @param listener hears of progress and of broken lines
     */
    public CorpusLoader(Connections connections, Clock clock, LoadListener listener) {
        this.connections = connections;
        this.listener = listener;
        mapper = new ConversationMapper(clock);
    }

    /**
     * Loads a corpus.
     *
     * @param content JSON lines, plain or gzip
     * @return how many lines were read, stored and skipped
     * @throws LoadException if the corpus or the database can't be used; what was stored until then stays
     */
    public LoadTally load(InputStream content) throws LoadException {
        try {
            requireTables();
            try (WriterPool writers = new WriterPool(connections, WRITERS)) {
                readInto(writers, LineReader.of(content));
                writers.finish();
            }
            analyze();
            return tally;
        } catch (IOException e) {
            throw new LoadException(
                    "The corpus can't be read to its end: " + e.getMessage() + ". Stored until then: " + tally.stored(),
                    e);
        } catch (SQLException e) {
            throw new LoadException("The database can't be used: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LoadException("The load was interrupted", e);
        }
    }

    private void readInto(WriterPool writers, LineReader lines) throws IOException, SQLException, InterruptedException {
        List<CorpusConversation> batch = new ArrayList<>();
        int weight = 0;
        for (Optional<CorpusLine> line = lines.next(); line.isPresent(); line = lines.next()) {
            Optional<CorpusConversation> conversation = read(line.get());
            conversation.ifPresent(batch::add);
            weight += conversation.map(CorpusConversation::weight).orElse(0);
            if (batch.size() >= LARGEST_BATCH || weight >= HEAVIEST_BATCH) {
                submit(writers, List.copyOf(batch));
                batch.clear();
                weight = 0;
            }
        }
        submit(writers, List.copyOf(batch));
    }

    private Optional<CorpusConversation> read(CorpusLine line) {
        if (line.isBlank()) {
            return Optional.empty();
        }
        tally.countRead();
        try {
            return Optional.of(mapper.map(line.number(), parser.parse(line.text())));
        } catch (BrokenLineException e) {
            skip(line.number(), e.getMessage());
            return Optional.empty();
        }
    }

    private void submit(WriterPool writers, List<CorpusConversation> batch) throws SQLException, InterruptedException {
        writers.submit(writer -> {
            store(writer, batch);
            listener.stored(tally);
        });
    }

    /** Stores a batch; where the database refuses one of its rows, the halves, until that row is alone. */
    private void store(BatchWriter writer, List<CorpusConversation> batch) throws SQLException {
        try {
            int stored = writer.store(batch);
            tally.countStored(stored);
            tally.countSkipped(ALREADY_LOADED, batch.size() - stored);
        } catch (SQLException e) {
            if (!concernsTheData(e)) {
                throw e;
            }
            if (batch.size() == 1) {
                skip(batch.get(0).line(), "refused by the database, SQLSTATE " + e.getSQLState());
                return;
            }
            store(writer, batch.subList(0, batch.size() / 2));
            store(writer, batch.subList(batch.size() / 2, batch.size()));
        }
    }

    /** Classes of the PostgreSQL manual, appendix A: data exceptions, broken constraints, limits of a value. */
    private static boolean concernsTheData(SQLException e) {
        String state = String.valueOf(e.getSQLState());
        return state.startsWith("22") || state.startsWith("23") || state.startsWith("54");
    }

    private void skip(long line, String reason) {
        tally.countSkipped(reason, 1);
        listener.broken(line, reason);
    }

    private void requireTables() throws SQLException, LoadException {
        try (Connection connection = connections.open();
                Statement query = connection.createStatement();
                ResultSet found = query.executeQuery("SELECT to_regclass('chronicles.imports') IS NOT NULL")) {
            found.next();
            if (!found.getBoolean(1)) {
                throw new LoadException("The database has no tables for conversations, or old ones. Start the server on"
                        + " it once (mvn -Prun runs it locally); it makes them. Then load again.");
            }
        }
    }

    /** Tells the planner of the new rows at once; until then it would plan for empty tables. */
    private void analyze() throws SQLException {
        if (tally.stored() == 0) {
            return;
        }
        try (Connection connection = connections.open();
                Statement statement = connection.createStatement()) {
            statement.execute("SET statement_timeout = 0");
            statement.execute("ANALYZE public.conversations, public.profiles, auth.users, chronicles.imports,"
                    + " chronicles.conversation_totals");
        }
    }
}
