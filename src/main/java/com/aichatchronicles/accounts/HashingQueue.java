package com.aichatchronicles.accounts;

import com.aichatchronicles.platform.errors.ApiException;
import com.aichatchronicles.platform.errors.ErrorCode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import org.eclipse.microprofile.faulttolerance.exceptions.BulkheadException;

/** The way to the hashing threads for those who wait for the result. */
@ApplicationScoped
public class HashingQueue {
    @Inject
    HashingThreads threads;

    /** @throws ApiException SERVICE_UNAVAILABLE if too many wait already */
    <T> T await(Supplier<T> work) {
        try {
            return threads.run(work).get();
        } catch (BulkheadException e) {
            throw new ApiException(ErrorCode.SERVICE_UNAVAILABLE, e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof BulkheadException) {
                throw new ApiException(ErrorCode.SERVICE_UNAVAILABLE, e);
            }
            throw new IllegalStateException("A password could not be hashed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ApiException(ErrorCode.SERVICE_UNAVAILABLE, e);
        }
    }
}
