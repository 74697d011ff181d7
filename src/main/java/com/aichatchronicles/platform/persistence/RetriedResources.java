package com.aichatchronicles.platform.persistence;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import jakarta.enterprise.inject.spi.WithAnnotations;
import jakarta.ws.rs.Path;

/** Marks every resource with {@link RetriedOnConflict}, so that none can forget it. */
public class RetriedResources implements Extension {
    <T> void mark(@Observes @WithAnnotations(Path.class) ProcessAnnotatedType<T> resource) {
        resource.configureAnnotatedType().add(new RetriedOnConflict.Mark());
    }
}
