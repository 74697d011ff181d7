package com.aichatchronicles.passwords;

import com.aichatchronicles.platform.errors.ApiException;
import com.aichatchronicles.platform.errors.ErrorCode;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.concurrent.ManagedThreadFactoryDefinition;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.eclipse.microprofile.faulttolerance.Bulkhead;

/**
 * Where passwords are hashed: on half of the processors, first come, first served, by threads that give way to all
 * others ({@code ThreadPriorityPolicy} in jvm.options), so that a flood of sign-ins leaves the processors to everybody
 * else. Whoever waits does so on the thread of the request. An asynchronous bulkhead would take its threads from the
 * pool in which those wait who wait for it, and nobody would get any further.
 */
@ApplicationScoped
@ManagedThreadFactoryDefinition(name = HashingQueue.THREADS, priority = Thread.MIN_PRIORITY)
public class HashingQueue {
    /** Calls that hash or wait at most: fewer than the server has threads ({@code coreThreads} in server.xml). */
    static final int MOST = 32;

    static final String THREADS = "java:module/concurrent/hashing";

    @Resource(lookup = THREADS)
    ManagedThreadFactory threads;

    private ExecutorService processors;

    @PostConstruct
    void open() {
        processors =
                Executors.newFixedThreadPool(Math.max(1, Runtime.getRuntime().availableProcessors() / 2), threads);
    }

    @PreDestroy
    void close() {
        processors.shutdownNow();
    }

    /**
     * @param work what needs a processor for long
     * @return its result
     * @throws org.eclipse.microprofile.faulttolerance.exceptions.BulkheadException if too many wait already
     */
    @Bulkhead(MOST)
    public <T> T run(Supplier<T> work) {
        Future<T> result = processors.submit(work::get);
        try {
            return result.get();
        } catch (InterruptedException e) {
            result.cancel(true);
            Thread.currentThread().interrupt();
            throw new ApiException(ErrorCode.SERVICE_UNAVAILABLE, e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e.getCause());
        }
    }
}
