package com.aichatchronicles.platform.cache;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;

/** Announces, still inside the transaction, what its commit will change. */
@Interceptor
@EvictsCache
@Priority(Interceptor.Priority.APPLICATION)
public class EvictsCacheInterceptor {
    @Inject
    Evictions evictions;

    @AroundInvoke
    Object announce(InvocationContext call) throws Exception {
        Object result = call.proceed();
        evictions.announce();
        return result;
    }
}
