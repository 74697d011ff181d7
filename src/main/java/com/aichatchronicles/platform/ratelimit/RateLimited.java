package com.aichatchronicles.platform.ratelimit;

import jakarta.ws.rs.NameBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Limits how often something may be called. On the application it binds the filter to everything; on a resource method
 * it names a policy that counts beside the general one. Sub-resources and paths play no part: what counts is the
 * method.
 */
@NameBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface RateLimited {
    /** @return the policy of the method */
    Policy value() default Policy.GENERAL;

    /** @return the query parameter without which a call of the method does not count for the policy; none by default */
    String whenQuery() default "";
}
