package com.aichatchronicles.platform.errors;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Finds what is behind a failure that a container has wrapped. */
public final class Causes {
    private static final String UNIQUE_VIOLATION = "23505";

    private static final String FOREIGN_KEY_VIOLATION = "23503";
    private static final Set<String> CONFLICTS = Set.of("40001", "40P01");

    private Causes() {}

    /**
     * @param failure anything thrown
     * @param type the kind looked for
     * @return the outermost cause of that kind, the failure itself included
     */
    public static <T extends Throwable> Optional<T> find(Throwable failure, Class<T> type) {
        return chain(failure).filter(type::isInstance).map(type::cast).findFirst();
    }

    /**
     * @param failure anything thrown by the persistence layer
     * @return whether a unique index refused a row
     */
    public static boolean isDuplicate(Throwable failure) {
        return hasState(failure, UNIQUE_VIOLATION::equals);
    }

    /**
     * @param failure anything thrown by the persistence layer
     * @return whether a row refers to something that has just been deleted
     */
    public static boolean isOrphan(Throwable failure) {
        return hasState(failure, FOREIGN_KEY_VIOLATION::equals);
    }

    /**
     * @param failure anything thrown
     * @return whether PostgreSQL took the transaction back because of another one (a deadlock, or a serialization
     *     failure): the same again may well succeed
     */
    public static boolean isConflict(Throwable failure) {
        return hasState(failure, CONFLICTS::contains);
    }

    /**
     * Tells an absent or overloaded database from a fault of ours: SQLSTATE classes 08 (connection), 53 (resources) and
     * 57 (operator intervention, statement time-outs) of the PostgreSQL manual, appendix A, and failures to get a
     * pooled connection.
     *
     * @param failure anything thrown
     * @return whether the database can't serve at the moment
     */
    public static boolean isDatabaseAway(Throwable failure) {
        return chain(failure).anyMatch(Causes::tellsOfAbsence);
    }

    private static boolean hasState(Throwable failure, Predicate<String> states) {
        return find(failure, SQLException.class)
                .map(SQLException::getSQLState)
                .filter(states)
                .isPresent();
    }

    private static boolean tellsOfAbsence(Throwable cause) {
        if (cause instanceof SQLException refusal) {
            String state = refusal.getSQLState() == null ? "" : refusal.getSQLState();
            return state.startsWith("08")
                    || state.startsWith("53")
                    || state.startsWith("57")
                    || cause instanceof SQLTransientConnectionException
                    || cause instanceof SQLNonTransientConnectionException
                    || cause instanceof SQLRecoverableException;
        }
        return cause.getClass().getName().startsWith("jakarta.resource."); // a type of Liberty's that we can't see
    }

    private static Stream<Throwable> chain(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(20);
    }
}
