package com.aichatchronicles.platform.schema;

import com.aichatchronicles.platform.config.StartRefusal;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/**
 * Brings the schema up to date. Of several servers that start at once one migrates, the others wait: Flyway holds an
 * advisory lock of PostgreSQL meanwhile. A database that isn't there yet is waited for, half a minute at most.
 */
@Startup
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
public class SchemaMigration {
    private static final System.Logger LOG = System.getLogger(SchemaMigration.class.getName());
    private static final String ROWS_WITHOUT_TOTALS = """
            SELECT EXISTS (SELECT FROM public.conversations)
               AND NOT EXISTS (SELECT FROM chronicles.conversation_totals)""";

    @Resource(lookup = "jdbc/chronicles")
    DataSource database;

    @PostConstruct
    void migrate() {
        try {
            int steps = Flyway.configure(getClass().getClassLoader())
                    .dataSource(database)
                    .defaultSchema("chronicles")
                    .createSchemas(true)
                    .connectRetries(30)
                    .connectRetriesInterval(1)
                    .load()
                    .migrate()
                    .migrationsExecuted;
            LOG.log(Level.INFO, "The schema is up to date, {0} migrations were applied", steps);
            recountAfterRestore();
        } catch (FlywayException | SQLException e) {
            throw StartRefusal.because("the database of DATABASE_URL can't be used: " + rootMessage(e));
        }
    }

    /** A restore with its triggers switched off leaves the list totals empty; see migration V3. */
    private void recountAfterRestore() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet missing = statement.executeQuery(ROWS_WITHOUT_TOTALS)) {
            missing.next();
            if (missing.getBoolean(1)) {
                LOG.log(Level.INFO, "Rows were restored without their totals; counting them");
                statement.execute("SELECT chronicles.recount(), chronicles.owe_eviction()");
            }
        }
    }

    private static String rootMessage(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause.getMessage();
    }
}
