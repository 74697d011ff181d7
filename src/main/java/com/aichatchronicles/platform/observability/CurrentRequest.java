package com.aichatchronicles.platform.observability;

import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/**
 * What the logs and metrics say of the request that this thread serves. Filled while the request is served; nothing in
 * it comes from the caller but the request id, which has been checked.
 */
public final class CurrentRequest {
    private static final ThreadLocal<CurrentRequest> CURRENT = new ThreadLocal<>();

    private final String id;
    private final long arrival;
    private final long begin;
    private String user;
    private String route;

    private CurrentRequest(String id, long waited) {
        this.id = id;
        this.arrival = System.currentTimeMillis() - TimeUnit.NANOSECONDS.toMillis(waited);
        this.begin = System.nanoTime() - waited;
    }

    /** Says who has been recognised; of no effect outside a request. */
    public static void isOf(UUID user) {
        CurrentRequest request = CURRENT.get();
        if (request != null) {
            request.user = user.toString();
        }
    }

    /** @return the id of the request that this thread serves, empty where it serves none */
    public static Optional<String> servedId() {
        return Optional.ofNullable(CURRENT.get()).map(CurrentRequest::id);
    }

    /** @return the template of the route that the request of this thread takes, empty where there is none */
    public static Optional<String> servedRoute() {
        return Optional.ofNullable(CURRENT.get()).map(CurrentRequest::route);
    }

    /** @param waited nanoseconds since it came */
    static CurrentRequest begin(String id, long waited) {
        CurrentRequest request = new CurrentRequest(id, waited);
        CURRENT.set(request);
        return request;
    }

    static void end() {
        CURRENT.remove();
    }

    /** @return the request of this thread, null where it serves none */
    static CurrentRequest lookup() {
        return CURRENT.get();
    }

    /** Says which route the request takes; of no effect outside a request. */
    public static void matches(String template) {
        CurrentRequest request = CURRENT.get();
        if (request != null) {
            request.route = template;
        }
    }

    String id() {
        return id;
    }

    /** @return when it came, in milliseconds since 1970 */
    long arrival() {
        return arrival;
    }

    /** @return when it came, as {@link System#nanoTime} */
    long begin() {
        return begin;
    }

    /** @return the account that makes the request, null for nobody */
    String user() {
        return user;
    }

    /** @return the template of the resource method that was found, null where there is none */
    String route() {
        return route;
    }
}
