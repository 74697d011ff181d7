package com.aichatchronicles.audit;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;

/** Goes along the chain and works out every hash anew. */
@Stateless
public class CheckService {
    private static final int ROWS_AT_A_TIME = 1000;

    @PersistenceContext
    EntityManager entities;

    private record Chain(long anchorPosition, byte[] anchorHash, long headPosition, byte[] headHash) {
        CheckView broken(long checked, long position, String reason) {
            String hash = Link.hex(headHash);
            return new CheckView(
                    reason == null,
                    checked,
                    anchorPosition + 1,
                    headPosition,
                    hash,
                    reason == null ? null : position,
                    reason);
        }
    }

    /**
     * @return whether the log is as it was written, as of one moment; else its first broken link
     * @throws SQLException if the database fails
     */
    public CheckView check() throws SQLException {
        Connection database = entities.unwrap(Connection.class);
        try (Statement statement = database.createStatement()) {
            statement.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ");
            Chain chain = chain(statement);
            statement.setFetchSize(ROWS_AT_A_TIME); // with it the driver reads by a cursor
            String sql = "SELECT " + AuditQueries.ALL + " FROM chronicles.audit_log WHERE position > "
                    + chain.anchorPosition() + " ORDER BY position";
            try (ResultSet rows = statement.executeQuery(sql)) {
                return follow(chain, rows);
            }
        }
    }

    private static Chain chain(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery(
                "SELECT anchor_position, anchor_hash, head_position, head_hash FROM chronicles.audit_chain")) {
            row.next();
            return new Chain(row.getLong(1), row.getBytes(2), row.getLong(3), row.getBytes(4));
        }
    }

    private static CheckView follow(Chain chain, ResultSet rows) throws SQLException {
        long position = chain.anchorPosition();
        byte[] hash = chain.anchorHash();
        while (rows.next()) {
            AuditQueries.StoredLink row = AuditQueries.link(rows);
            String complaint = complaint(row, position + 1, hash);
            if (complaint != null) {
                return chain.broken(position - chain.anchorPosition(), position + 1, complaint);
            }
            position++;
            hash = row.hash();
        }
        boolean whole = position == chain.headPosition() && Arrays.equals(hash, chain.headHash());
        return chain.broken(position - chain.anchorPosition(), position + 1, whole ? null : "missing");
    }

    private static String complaint(AuditQueries.StoredLink row, long position, byte[] before) {
        if (row.link().position() != position) {
            return "missing";
        }
        if (!Arrays.equals(row.hash(), row.link().hash())) {
            return "changed";
        }
        return Arrays.equals(row.link().previousHash(), before) ? null : "unlinked";
    }
}
