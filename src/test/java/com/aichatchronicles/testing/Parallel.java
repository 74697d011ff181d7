package com.aichatchronicles.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Makes many calls at the same time. */
public final class Parallel {
    private Parallel() {}

    /** @return what each of so many calls gave */
    public static <T> List<T> calls(int number, Callable<T> call) throws InterruptedException, ExecutionException {
        ExecutorService callers = Executors.newFixedThreadPool(number);
        try {
            List<Callable<T>> calls = new ArrayList<>();
            for (int i = 0; i < number; i++) {
                calls.add(call);
            }
            List<T> results = new ArrayList<>();
            for (Future<T> result : callers.invokeAll(calls)) {
                results.add(result.get());
            }
            return results;
        } finally {
            callers.shutdown();
        }
    }
}
