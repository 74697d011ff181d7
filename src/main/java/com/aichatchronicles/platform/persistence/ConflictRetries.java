package com.aichatchronicles.platform.persistence;

import com.aichatchronicles.platform.errors.Causes;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.lang.System.Logger.Level;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Calls a method anew whose transaction PostgreSQL has taken back for what another has done: of two that wait for each
 * other it ends one (SQLSTATE 40P01), and a row that refers to one just deleted it does not take (23503). Called anew,
 * the method finds what the other has left. Lock orders are fixed where they can be; a deletion that cascades through
 * many tables takes its locks in an order of its own. Stands outside all that begins a transaction.
 */
@Interceptor
@RetriedOnConflict
@Priority(Interceptor.Priority.LIBRARY_BEFORE)
public class ConflictRetries {
    /** Calls of one method at most; each deadlock has cost PostgreSQL's {@code deadlock_timeout}. */
    static final int MOST = 4;

    private static final System.Logger LOG = System.getLogger(ConflictRetries.class.getName());

    @AroundInvoke
    Object call(InvocationContext method) throws Exception {
        for (int calls = 1; calls < MOST; calls++) {
            try {
                return method.proceed();
            } catch (Exception e) {
                boolean passes = Causes.isConflict(e) || Causes.isOrphan(e);
                if (!passes || !isRepeatable(method.getParameters())) {
                    throw e;
                }
                LOG.log(
                        Level.INFO,
                        "{0} met a concurrent change and is called anew",
                        method.getMethod().getName());
            }
        }
        return method.proceed();
    }

    /** A body that comes as a stream has been read by the first call. */
    private static boolean isRepeatable(Object... parameters) {
        return Stream.of(parameters)
                .allMatch(parameter -> parameter == null
                        || parameter instanceof String
                        || parameter instanceof UUID
                        || parameter instanceof Number
                        || parameter instanceof Record);
    }
}
