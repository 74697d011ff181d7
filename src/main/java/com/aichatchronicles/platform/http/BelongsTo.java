package com.aichatchronicles.platform.http;

import jakarta.ws.rs.core.Application;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says of a resource or provider of JAX-RS that another application than {@link ApiApplication} serves it, under its
 * own path and by its own rules.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface BelongsTo {
    /** @return the application, which lists its classes itself */
    Class<? extends Application> value();
}
