package com.aichatchronicles.platform.observability;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Shutdown;
import jakarta.enterprise.event.Startup;
import java.lang.System.Logger.Level;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Has each line that is logged while a request is served carry the request's id, its user and its route, as {@code
 * ext_request_id} and so on. Liberty asks for them by its LogRecordContext, which is in no artifact to compile against.
 */
@ApplicationScoped
public class LogContext {
    private static final System.Logger LOG = System.getLogger(LogContext.class.getName());
    private static final String API = "com.ibm.websphere.logging.hpel.LogRecordContext";

    /** Liberty holds them weakly. */
    private final List<Object> extensions = new ArrayList<>();

    void register(@Observes Startup start) {
        register("request_id", CurrentRequest::id);
        register("user_id", CurrentRequest::user);
        register("route", CurrentRequest::route);
    }

    void unregister(@Observes Shutdown end) throws ReflectiveOperationException {
        for (String name : List.of("request_id", "user_id", "route")) {
            Class.forName(API).getMethod("unregisterExtension", String.class).invoke(null, name);
        }
    }

    private void register(String name, Function<CurrentRequest, String> value) {
        try {
            Class<?> type = Class.forName(API + "$Extension");
            Object extension = Proxy.newProxyInstance(
                    type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> current(value));
            extensions.add(extension);
            Class.forName(API)
                    .getMethod("registerExtension", String.class, type)
                    .invoke(null, name, extension);
        } catch (ReflectiveOperationException e) {
            LOG.log(Level.WARNING, "Log lines will not tell their request", e);
        }
    }

    private static String current(Function<CurrentRequest, String> value) {
        CurrentRequest request = CurrentRequest.lookup();
        return request == null ? null : value.apply(request);
    }
}
