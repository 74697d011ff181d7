package com.aichatchronicles.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.eclipse.microprofile.faulttolerance.Asynchronous;
import org.eclipse.microprofile.faulttolerance.Bulkhead;

/** Where passwords are hashed: so many at once as {@link HashingCapacity} says, and a bounded number that waits. */
@ApplicationScoped
public class HashingThreads {
    /** Calls that wait at most; each takes some fifty milliseconds of a processor. */
    static final int MOST_WAITING = 128;

    /**
     * @param work what needs a processor for long
     * @return its result
     * @throws org.eclipse.microprofile.faulttolerance.exceptions.BulkheadException by the result if too many wait
     */
    @Asynchronous
    @Bulkhead(value = 2, waitingTaskQueue = MOST_WAITING)
    public <T> Future<T> run(Supplier<T> work) {
        return CompletableFuture.completedFuture(work.get());
    }
}
