package com.aichatchronicles.platform.cache;

import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a method of a service whose answer depends on its arguments alone and is the same for everyone, so that it may
 * be kept. It returns a {@link CachedAnswer} and takes texts, ids, numbers or {@link CacheKey}s. Works for calls from
 * other beans only, as every interceptor.
 */
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Cached {
    /** @return the region of the cache, a constant of the feature: it has a life time and figures of its own */
    @Nonbinding
    String region() default "";
}
