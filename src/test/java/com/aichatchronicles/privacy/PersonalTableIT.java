package com.aichatchronicles.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import com.aichatchronicles.testing.Database;
import com.aichatchronicles.testing.Deployments;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** That no table that refers to a person is forgotten. */
@ExtendWith(ArquillianExtension.class)
class PersonalTableIT {
    /** The columns that hold an account, found by their foreign keys. */
    private static final String REFERENCES = """
            SELECT format('%s.%s.%s', n.nspname, r.relname, a.attname)
              FROM pg_constraint c
              JOIN pg_class r ON r.oid = c.conrelid
              JOIN pg_namespace n ON n.oid = r.relnamespace
              JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = ANY (c.conkey)
             WHERE c.contype = 'f' AND c.confrelid IN ('auth.users'::regclass, 'public.profiles'::regclass,
                                                       'chronicles.second_factors'::regclass)""";

    @Deployment(testable = false)
    static WebArchive war() {
        return Deployments.shippedWar();
    }

    @Test
    void everyReferenceToAnAccountIsExported() throws SQLException {
        Set<String> exported = Stream.of(PersonalTable.values())
                .map(table -> table.table() + '.' + table.owner())
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(exported).containsAll(references()).contains("auth.users.id");
    }

    private static Set<String> references() throws SQLException {
        Set<String> references = new TreeSet<>();
        try (Connection connection = Database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(REFERENCES)) {
            while (rows.next()) {
                references.add(rows.getString(1));
            }
        }
        assertThat(references).hasSizeGreaterThan(10);
        return references;
    }
}
