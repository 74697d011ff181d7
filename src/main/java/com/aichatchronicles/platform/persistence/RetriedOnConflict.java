package com.aichatchronicles.platform.persistence;

import jakarta.enterprise.util.AnnotationLiteral;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a class whose methods are called anew when PostgreSQL has taken their transaction back because it stood in the
 * way of another. Resources are marked by {@link RetriedResources}: they are where no transaction has begun.
 */
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface RetriedOnConflict {
    /** The annotation itself, for {@link RetriedResources}. */
    final class Mark extends AnnotationLiteral<RetriedOnConflict> implements RetriedOnConflict {
        private static final long serialVersionUID = 1L;
    }
}
