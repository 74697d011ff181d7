package com.aichatchronicles.corpus;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aichatchronicles.local.SampleConversations;
import com.aichatchronicles.testing.Together;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CorpusLoaderIT {
    private static final int LINES = 2000;

    @TempDir
    static Path folder;

    private static CorpusDatabase database;

    @BeforeAll
    static void start() throws IOException {
        database = new CorpusDatabase(folder);
        database.migrate();
    }

    @AfterAll
    static void stop() throws IOException {
        database.close();
    }

    @BeforeEach
    void clear() throws SQLException {
        database.clear();
    }

    @Test
    void eachLineBecomesAPublishedConversation() throws Exception {
        LoadTally tally = load(corpus(LINES), LoadListener.NONE);

        assertThat(tally.read()).isEqualTo(LINES);
        assertThat(tally.stored()).isEqualTo(LINES);
        assertThat(tally.skipped()).isEmpty();
        assertThat(database.conversations()).isEqualTo(LINES);
        assertThat(database.number("""
                SELECT sum(conversations) FROM chronicles.conversation_totals WHERE scope = 'all'""")).isEqualTo(LINES);
        assertThat(database.number("""
                SELECT count(*) FROM public.conversations c JOIN public.profiles p ON p.id = c.author_id
                 WHERE c.published AND c.title = 'Question 7' AND c.category = 'Technology' AND c.ai_model = 'a model'
                   AND c.tags = '{English,MIT}'
                   AND c.created_at = '2024-05-01T10:00:07Z' AND c.updated_at = c.created_at
                   AND p.username = 'testcorpus' AND p.full_name = 'test/corpus'""")).isOne();
    }

    @Test
    void aSecondLoadAddsNothing() throws Exception {
        load(corpus(LINES), LoadListener.NONE);

        LoadTally again = load(corpus(LINES), LoadListener.NONE);

        assertThat(again.stored()).isZero();
        assertThat(again.skipped().get("already loaded").sum()).isEqualTo(LINES);
        assertThat(database.conversations()).isEqualTo(LINES);
    }

    @Test
    void aLoadWhoseConnectionsBreakIsFinishedByTheNext() throws Exception {
        assertThatThrownBy(() -> load(corpus(LINES), cutOff()))
                .isInstanceOf(LoadException.class)
                .hasMessageStartingWith("The database can't be used");
        assertThat(database.conversations())
                .isPositive()
                .isLessThan(LINES)
                .isEqualTo(database.number("SELECT count(*) FROM chronicles.imports"));

        load(corpus(LINES), LoadListener.NONE);

        assertThat(database.conversations()).isEqualTo(LINES);
        assertThat(database.number("SELECT count(DISTINCT title) FROM public.conversations"))
                .isEqualTo(LINES);
    }

    @Test
    void twoLoadsAtOnceShareTheWork() throws Exception {
        List<LoadTally> tallies = Together.run(2, () -> load(corpus(LINES), LoadListener.NONE));

        assertThat(tallies.get(0).stored() + tallies.get(1).stored()).isEqualTo(LINES);
        assertThat(database.conversations()).isEqualTo(LINES);
        assertThat(database.number("SELECT count(*) FROM auth.users")).isOne();
    }

    @Test
    void aDeletedConversationDoesNotComeBack() throws Exception {
        load(corpus(10), LoadListener.NONE);
        database.execute("DELETE FROM public.conversations WHERE title = 'Question 3'");

        load(corpus(10), LoadListener.NONE);

        assertThat(database.conversations()).isEqualTo(9);
    }

    @Test
    void brokenLinesAreNamedAndTheRestIsStored() throws Exception {
        List<String> reports = new ArrayList<>();
        LoadListener listener = new LoadListener() {
            @Override
            public void broken(long line, String reason) {
                reports.add(line + ": " + reason);
            }
        };

        LoadTally tally =
                load(line(1) + "\nbroken\n\n" + line(2).replace("Question 2", "\\u0000") + "\n" + line(3), listener);

        assertThat(reports).containsExactly("2: not a JSON object", "4: a NUL character in a text");
        assertThat(tally.read()).isEqualTo(4);
        assertThat(tally.stored()).isEqualTo(2);
    }

    @Test
    void aRowThatTheDatabaseRefusesCostsNoOther() throws Exception {
        database.execute("ALTER TABLE public.conversations ADD CONSTRAINT test CHECK (title <> 'Question 300')");
        try {
            LoadTally tally = load(corpus(600), LoadListener.NONE);

            assertThat(tally.stored()).isEqualTo(599);
            assertThat(tally.skipped()).containsOnlyKeys("refused by the database, SQLSTATE 23514");
        } finally {
            database.execute("ALTER TABLE public.conversations DROP CONSTRAINT test");
        }
    }

    @Test
    void aTakenUsernameIsLeftToItsOwner() throws Exception {
        database.execute("""
                INSERT INTO auth.users (email, raw_user_meta_data)
                VALUES ('a@b.example', '{"username": "TestCorpus"}')""");

        load(corpus(1), LoadListener.NONE);

        assertThat(database.number("SELECT count(*) FROM public.profiles WHERE username ~ '^corpus[0-9a-f]{8}$'"))
                .isOne();
    }

    @Test
    void withoutTheTablesTheMessageNamesTheCommand() throws Exception {
        database.execute("ALTER TABLE chronicles.imports RENAME TO elsewhere");
        try {
            assertThatThrownBy(() -> load(corpus(1), LoadListener.NONE))
                    .isInstanceOf(LoadException.class)
                    .hasMessageContaining("mvn -Prun");
        } finally {
            database.execute("ALTER TABLE chronicles.elsewhere RENAME TO imports");
        }
    }

    @Test
    void theCommandEndsWithASummary() throws Exception {
        Path file = Files.writeString(folder.resolve("corpus.jsonl"), corpus(300) + "\n[]\n");
        ByteArrayOutputStream printed = new ByteArrayOutputStream();

        assertThat(command(printed).run(file.toString())).isTrue();

        assertThat(printed.toString(UTF_8))
                .contains("Line 301 skipped: not a JSON object", "100%")
                .contains("301 lines read, 300 conversations stored in ")
                .contains("1 skipped: not a JSON object");
    }

    @Test
    void aMissingFileIsSaidInOneLine() {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();

        assertThat(command(printed).run("nowhere.jsonl")).isFalse();
        assertThat(printed.toString(UTF_8).strip()).isEqualTo("There is no file that can be read at nowhere.jsonl");
    }

    @Test
    void theSampleFillsAnEmptyDatabaseOnly() throws Exception {
        SampleConversations.loadIfEmpty(database.source());
        long sample = database.conversations();
        database.execute("DELETE FROM public.conversations WHERE NOT featured");

        SampleConversations.loadIfEmpty(database.source());

        assertThat(sample).isEqualTo(21);
        assertThat(database.conversations()).isEqualTo(3);
    }

    private static LoadCorpus command(ByteArrayOutputStream printed) {
        return new LoadCorpus(Map.of("DATABASE_URL", database.url()), new PrintStream(printed, true, UTF_8), false);
    }

    private static LoadTally load(String corpus, LoadListener listener) throws LoadException {
        return new CorpusLoader(database::connect, Clock.systemUTC(), listener)
                .load(new ByteArrayInputStream(corpus.getBytes(UTF_8)));
    }

    /** Ends the connections of the load, whatever they are doing, once the first batch is stored. */
    private static LoadListener cutOff() {
        AtomicBoolean done = new AtomicBoolean();
        return new LoadListener() {
            @Override
            public void stored(LoadTally tally) {
                if (done.getAndSet(true)) {
                    return;
                }
                try {
                    database.execute("""
                            SELECT pg_terminate_backend(pid) FROM pg_stat_activity
                             WHERE pid <> pg_backend_pid() AND datname = current_database()""");
                } catch (SQLException e) {
                    throw new UncheckedIOException(new IOException(e));
                }
            }
        };
    }

    private static String corpus(int lines) {
        return IntStream.range(0, lines).mapToObj(CorpusLoaderIT::line).collect(Collectors.joining("\n"));
    }

    private static String line(int number) {
        Instant time = Instant.parse("2024-05-01T10:00:00Z").plusSeconds(number);
        return """
                {"id": "%1$d", "source": "test/corpus", "license": "MIT", "lang": "en", "model": "a model",\
                 "messages": [{"role": "user", "content": "Question %1$d"},\
                 {"role": "assistant", "content": "Answer %1$d.", "created_at": "%2$s"}]}""".formatted(number, time);
    }
}
