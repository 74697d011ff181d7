package com.aichatchronicles.corpus;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Stores batches of conversations. A batch is one transaction: each conversation comes in together with the row that
 * remembers its key, or not at all. A key that another load is storing at the moment is waited for; keys are taken in
 * order, so that two loads can't wait for each other.
 */
final class BatchWriter {
    private static final String REMEMBER = """
            INSERT INTO chronicles.imports (source, key, conversation_id)
            SELECT source, key, id FROM unnest(?::text[], ?::text[], ?::uuid[]) AS c (source, key, id)
             ORDER BY source, key
            ON CONFLICT DO NOTHING RETURNING conversation_id""";
    private static final String STORE = """
            INSERT INTO public.conversations (id, title, content, excerpt, author_id, category, read_time, published,
                                              tags, ai_model, created_at, updated_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, true, ?, ?, ?, ?)""";

    private final Connection connection;
    private final SourceAccounts accounts;

    BatchWriter(Connection connection, SourceAccounts accounts) {
        this.connection = connection;
        this.accounts = accounts;
    }

    /** Stores what is not there yet and returns how many conversations that were. */
    int store(List<CorpusConversation> batch) throws SQLException {
        connection.setAutoCommit(true); // accounts come first and for good: they must not wait for each other's batches
        for (CorpusConversation conversation : batch) {
            accounts.accountOf(conversation.source(), connection);
        }
        connection.setAutoCommit(false);
        try {
            int stored = insert(batch, remember(batch));
            connection.commit();
            return stored;
        } catch (SQLException e) {
            rollBack(e);
            throw e;
        }
    }

    /** Returns the ids of those conversations whose key is new. */
    private Set<UUID> remember(List<CorpusConversation> batch) throws SQLException {
        Set<UUID> fresh = new HashSet<>();
        try (PreparedStatement remember = connection.prepareStatement(REMEMBER)) {
            remember.setArray(
                    1, array(batch.stream().map(CorpusConversation::source).toList(), "text"));
            remember.setArray(
                    2, array(batch.stream().map(CorpusConversation::key).toList(), "text"));
            remember.setArray(
                    3, array(batch.stream().map(CorpusConversation::id).toList(), "uuid"));
            try (ResultSet ids = remember.executeQuery()) {
                while (ids.next()) {
                    fresh.add(ids.getObject(1, UUID.class));
                }
            }
        }
        return fresh;
    }

    private int insert(List<CorpusConversation> batch, Set<UUID> fresh) throws SQLException {
        try (PreparedStatement store = connection.prepareStatement(STORE)) {
            for (CorpusConversation conversation : batch) {
                if (fresh.contains(conversation.id())) {
                    bind(store, conversation);
                    store.addBatch();
                }
            }
            store.executeBatch();
        }
        return fresh.size();
    }

    private void bind(PreparedStatement store, CorpusConversation conversation) throws SQLException {
        Timestamp createdAt = Timestamp.from(conversation.createdAt());
        store.setObject(1, conversation.id());
        store.setString(2, conversation.title());
        store.setString(3, conversation.content());
        store.setString(4, conversation.excerpt());
        store.setObject(5, accounts.accountOf(conversation.source(), connection));
        store.setString(6, conversation.category());
        store.setInt(7, conversation.readTime());
        store.setArray(8, array(conversation.tags(), "text"));
        store.setString(9, conversation.model());
        store.setTimestamp(10, createdAt);
        store.setTimestamp(11, createdAt);
    }

    private Array array(List<?> elements, String type) throws SQLException {
        return connection.createArrayOf(type, elements.toArray());
    }

    private void rollBack(SQLException cause) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            cause.addSuppressed(e); // the connection is gone, and with it the transaction
        }
    }
}
