package com.aichatchronicles.local;

import com.aichatchronicles.corpus.CorpusLoader;
import com.aichatchronicles.corpus.LoadException;
import com.aichatchronicles.corpus.LoadListener;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;

/** The conversations that the local run shows before anyone has written one. */
public final class SampleConversations {
    private static final List<String> FEATURED = List.of("8d790e2c030de736", "176f60986987b3d8", "9e69087bcd8140c3");
    private static final String FEATURE = """
            UPDATE public.conversations SET featured = true
             WHERE id IN (SELECT conversation_id FROM chronicles.imports WHERE key = ANY (?))""";

    private SampleConversations() {}

    /**
     * Loads the bundled conversations and features three of them; does nothing where the database has any conversation.
     *
     * @param database one that has the server's tables
     * @throws LoadException if the database can't be used
     */
    public static void loadIfEmpty(DataSource database) throws SQLException, IOException, LoadException {
        if (!isEmpty(database)) {
            return;
        }
        try (InputStream corpus = SampleConversations.class.getResourceAsStream("sample-conversations.jsonl")) {
            new CorpusLoader(database::getConnection, Clock.systemUTC(), LoadListener.NONE).load(corpus);
        }
        feature(database);
    }

    private static boolean isEmpty(DataSource database) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement query = connection.createStatement();
                ResultSet found = query.executeQuery("SELECT EXISTS (SELECT FROM public.conversations)")) {
            found.next();
            return !found.getBoolean(1);
        }
    }

    private static void feature(DataSource database) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(FEATURE)) {
            update.setArray(1, connection.createArrayOf("text", FEATURED.toArray()));
            update.executeUpdate();
        }
    }
}
