package com.aichatchronicles.platform.cache;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** Writes that the caches could not be told of (see V6__cache_debts.sql). */
@ApplicationScoped
public class EvictionDebtService {
    @PersistenceContext
    EntityManager entities;

    @Resource(lookup = "jdbc/chronicles")
    DataSource database;

    /** Every server forgets everything soon after the caller's transaction commits. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void owe() {
        entities.createNativeQuery("SELECT CAST(chronicles.owe_eviction() AS text)")
                .getSingleResult();
    }

    /**
     * @return a number that grows with each such write
     * @throws SQLException if the database does not answer
     */
    public String total() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet sum = statement.executeQuery("SELECT sum(owed) FROM chronicles.cache_debts")) {
            sum.next();
            return sum.getString(1);
        }
    }
}
