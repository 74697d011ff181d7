package com.aichatchronicles.platform.cache;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Has of several callers who want the same answer at once one make it. A caller only shares what began to be made after
 * the last write that this server knows of, so nobody gets an answer older than the question.
 */
final class Flights {
    /** Then a caller makes the answer alone: the first one may hang. */
    private static final int PATIENCE_SECONDS = 5;

    private record Flight(long mark, CompletableFuture<CachedAnswer> answer) {}

    private final ConcurrentMap<String, Flight> running = new ConcurrentHashMap<>();

    /**
     * @param mark how many writes this server knows of
     * @return the answer of the maker, or of another caller's
     * @throws Exception what the maker throws
     */
    CachedAnswer share(String key, long mark, Callable<CachedAnswer> maker) throws Exception {
        Flight mine = new Flight(mark, new CompletableFuture<>());
        Flight shared = running.compute(key, (k, other) -> other != null && other.mark() == mark ? other : mine);
        if (shared == mine) {
            return lead(key, mine, maker);
        }
        try {
            return shared.answer().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            return maker.call();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception failure ? failure : e;
        }
    }

    private CachedAnswer lead(String key, Flight mine, Callable<CachedAnswer> maker) throws Exception {
        try {
            CachedAnswer answer = maker.call();
            mine.answer().complete(answer);
            return answer;
        } catch (Throwable e) { // whatever it is, nobody is to wait for it
            mine.answer().completeExceptionally(e);
            throw e;
        } finally {
            running.remove(key, mine);
        }
    }
}
