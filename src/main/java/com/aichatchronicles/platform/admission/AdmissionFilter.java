package com.aichatchronicles.platform.admission;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Serves a dozen of the requests that it is mapped to at once, and lets the others wait without a thread (Jakarta
 * Servlet, section "Asynchronous processing"), so that a flood of sign-ins leaves the threads to everybody else. A
 * request whose turn does not come goes on to be refused. Registered in {@code web.xml} before all other filters, which
 * see a request that waits only when its waiting is over. Those that have waited for too long are found when one that
 * is served ends, and each does: a body that does not come is waited for twenty seconds.
 */
public class AdmissionFilter extends HttpFilter {
    /** How many are served at once: the hash alone keeps its processors busy with these. */
    static final int MOST_SERVED = 12;

    private static final long serialVersionUID = 1L;
    private static final int MOST_WAITING = 1000;
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(10);
    private static final String SINCE = AdmissionFilter.class.getName() + ".since";
    private static final String REFUSED = AdmissionFilter.class.getName() + ".refused";

    private final transient AdmissionQueue<Waiting> queue = new AdmissionQueue<>(MOST_SERVED, MOST_WAITING);

    /** @return how long the request has waited, in nanoseconds */
    public static long waited(HttpServletRequest request) {
        return request.getAttribute(SINCE) instanceof Long since ? System.nanoTime() - since : 0;
    }

    /** @return whether the request has waited in vain, or found too many waiting */
    public static boolean isRefused(HttpServletRequest request) {
        return request.getAttribute(REFUSED) != null;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request.getDispatcherType() == DispatcherType.ASYNC) {
            goOn(request, response, chain);
            return;
        }
        switch (queue.enter(() -> park(request))) {
            case ADMITTED -> serve(request, response, chain);
            case FULL -> {
                request.setAttribute(REFUSED, true);
                chain.doFilter(request, response);
            }
            case WAITING -> {} // the container calls again
        }
    }

    private void goOn(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (isRefused(request)) {
            chain.doFilter(request, response);
        } else {
            serve(request, response, chain);
        }
    }

    private void serve(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        try {
            chain.doFilter(request, response);
        } finally {
            makeRoom();
        }
    }

    private void makeRoom() {
        long now = System.nanoTime();
        for (Optional<Waiting> late = dismiss(now); late.isPresent(); late = dismiss(now)) {
            late.get().call().getRequest().setAttribute(REFUSED, true);
            resume(late.get());
        }
        Optional<Waiting> next = queue.leave();
        while (next.isPresent() && !resume(next.get())) {
            next = queue.leave(); // its connection is gone: whoever comes after it takes the place
        }
    }

    private Optional<Waiting> dismiss(long now) {
        return queue.dismiss(waiting -> now - waiting.since() > PATIENCE);
    }

    private static boolean resume(Waiting waiting) {
        try {
            waiting.call().dispatch();
            return true;
        } catch (IllegalStateException e) {
            return false;
        }
    }

    private static Waiting park(HttpServletRequest request) {
        AsyncContext call = request.startAsync();
        call.setTimeout(0); // the queue sees to it: the server's own way leads past our answers
        long now = System.nanoTime();
        request.setAttribute(SINCE, now);
        return new Waiting(call, now);
    }

    /**
     * A request that waits.
     *
     * @param call to go on with it
     * @param since as {@link System#nanoTime}
     */
    private record Waiting(AsyncContext call, long since) {}
}
