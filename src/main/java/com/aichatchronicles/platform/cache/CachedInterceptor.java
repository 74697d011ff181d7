package com.aichatchronicles.platform.cache;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.lang.reflect.Method;

/** Answers from the cache what is there. */
@Interceptor
@Cached
@Priority(Interceptor.Priority.APPLICATION)
public class CachedInterceptor {
    @Inject
    AnswerCache cache;

    @AroundInvoke
    Object answer(InvocationContext call) throws Exception {
        Method method = call.getMethod();
        String key = method.getName() + '(' + CacheKey.join(call.getParameters());
        return cache.answer(method.getAnnotation(Cached.class).region(), key, () -> (CachedAnswer) call.proceed());
    }
}
