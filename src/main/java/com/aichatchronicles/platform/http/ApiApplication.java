package com.aichatchronicles.platform.http;

import com.aichatchronicles.platform.ratelimit.RateLimited;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Application;
import jakarta.ws.rs.ext.Provider;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.auth.LoginConfig;

/** The REST interface: everything under {@code /api/v1}, as {@code META-INF/openapi.yaml} describes it. */
@ApplicationPath("api/v1")
@RateLimited
@LoginConfig(authMethod = "MP-JWT")
public class ApiApplication extends Application {
    /** @return every resource and provider but those of other applications, which a scan would take in too */
    @Override
    public Set<Class<?>> getClasses() {
        return CDI.current().getBeanManager().getBeans(Object.class, Any.Literal.INSTANCE).stream()
                .<Class<?>>map(Bean::getBeanClass)
                .filter(type -> type.isAnnotationPresent(Path.class) || type.isAnnotationPresent(Provider.class))
                .filter(type -> !type.isAnnotationPresent(BelongsTo.class))
                .collect(Collectors.toUnmodifiableSet());
    }
}
