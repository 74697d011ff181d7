package com.aichatchronicles.platform.cache;

import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks an EJB, or a method of one, that names to {@link Evictions} what it changes. When it returns, the caches are
 * told what is about to change, and when its transaction has ended, that it has.
 */
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface EvictsCache {}
