package com.aichatchronicles.platform.observability;

import com.aichatchronicles.platform.http.ApiApplication;
import com.aichatchronicles.platform.http.BelongsTo;
import jakarta.annotation.Priority;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Notes which route a request takes, before anything can refuse it. */
@Provider
@Priority(0)
public class RouteFilter implements ContainerRequestFilter {
    private final Map<Method, String> templates = new ConcurrentHashMap<>();

    @Context
    ResourceInfo resource;

    @Override
    public void filter(ContainerRequestContext request) {
        CurrentRequest.matches(templates.computeIfAbsent(resource.getResourceMethod(), RouteFilter::template));
    }

    /** @return the path that the method is described under, as in the OpenAPI document */
    static String template(Method method) {
        String path = base(method.getDeclaringClass().getAnnotation(BelongsTo.class))
                + '/'
                + text(method.getDeclaringClass().getAnnotation(Path.class))
                + '/'
                + text(method.getAnnotation(Path.class));
        return ("/" + path)
                .replaceAll("\\{\\s*([\\w-]+)\\s*:[^}]*}", "{$1}")
                .replaceAll("/+", "/")
                .replaceAll("/$", "");
    }

    private static String base(BelongsTo other) {
        Class<?> application = other == null ? ApiApplication.class : other.value();
        return application.getAnnotation(ApplicationPath.class).value();
    }

    private static String text(Path path) {
        return path == null ? "" : path.value();
    }
}
