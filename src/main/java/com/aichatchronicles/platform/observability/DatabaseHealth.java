package com.aichatchronicles.platform.observability;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** That PostgreSQL answers within two seconds; without it there is nothing to serve. */
@Readiness
@ApplicationScoped
public class DatabaseHealth implements HealthCheck {
    private static final System.Logger LOG = System.getLogger(DatabaseHealth.class.getName());
    private static final int SECONDS = 2;

    @Resource(lookup = "jdbc/chronicles")
    DataSource database;

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("database").status(answers()).build();
    }

    private boolean answers() {
        try (Connection connection = database.getConnection()) {
            return connection.isValid(SECONDS);
        } catch (SQLException e) {
            LOG.log(Level.WARNING, "The database does not answer: {0}", e.getMessage());
            return false;
        }
    }
}
