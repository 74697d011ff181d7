package com.aichatchronicles.passwords;

import com.aichatchronicles.platform.errors.ApiException;
import com.aichatchronicles.platform.errors.ErrorCode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.eclipse.microprofile.faulttolerance.Bulkhead;

/**
 * Where passwords are hashed: on half of the processors, first come, first served, so that a flood of sign-ins leaves
 * the other half to everybody else. Whoever waits does so on the thread of the request. An asynchronous bulkhead would
 * take its threads from the pool in which those wait who wait for it, and nobody would get any further.
 */
@ApplicationScoped
public class HashingQueue {
    /** Calls that hash or wait at most: fewer than the server has threads ({@code coreThreads} in server.xml). */
    static final int MOST = 32;

    private final Semaphore turns =
            new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors() / 2), true);

    /**
     * @param work what needs a processor for long
     * @return its result
     * @throws org.eclipse.microprofile.faulttolerance.exceptions.BulkheadException if too many wait already
     */
    @Bulkhead(MOST)
    public <T> T run(Supplier<T> work) {
        try {
            turns.acquire();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ApiException(ErrorCode.SERVICE_UNAVAILABLE, e);
        }
        try {
            return work.get();
        } finally {
            turns.release();
        }
    }
}
