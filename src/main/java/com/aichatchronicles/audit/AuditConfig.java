package com.aichatchronicles.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Settings of the audit log. */
@ApplicationScoped
public class AuditConfig {
    @Inject
    @ConfigProperty(name = "AUDIT_RETENTION")
    Duration retention;

    /** @return how long the log keeps a row */
    public Duration retention() {
        return retention;
    }
}
