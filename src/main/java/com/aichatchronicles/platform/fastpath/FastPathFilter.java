package com.aichatchronicles.platform.fastpath;

import com.aichatchronicles.platform.cache.AnswerCache;
import com.aichatchronicles.platform.cache.CachePlace;
import com.aichatchronicles.platform.cache.CachedAnswer;
import com.aichatchronicles.platform.http.Answers;
import com.aichatchronicles.platform.http.SelectedRepresentation;
import com.aichatchronicles.platform.observability.CurrentRequest;
import com.aichatchronicles.platform.observability.Metrics;
import com.aichatchronicles.platform.ratelimit.RequestCounter;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.metrics.Counter;

/** Answers a stranger's read from the cache, if the same has been answered from there before. */
public class FastPathFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;

    @Inject
    transient KnownReads reads;

    @Inject
    transient AnswerCache cache;

    @Inject
    transient RequestCounter requests;

    @Inject
    transient Metrics metrics;

    private transient Counter answered;

    @Override
    public void init() {
        answered = metrics.counter("fast_path_answers", "Answers that were sent before JAX-RS");
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!isStrangersRead(request)) {
            chain.doFilter(request, response);
            return;
        }
        String read = name(request);
        Optional<KnownRead> known = reads.lookup(read);
        if (known.isEmpty()) {
            chain.doFilter(request, response);
            learn(read, request, response.getStatus());
        } else if (!answers(request, response, known.get())) {
            chain.doFilter(request, response);
        }
    }

    /** Whoever shows who they are must be recognised first, whatever they read. */
    private static boolean isStrangersRead(HttpServletRequest request) {
        return "GET".equals(request.getMethod()) && request.getHeader("Authorization") == null;
    }

    /** An answer to a stranger depends on the address and on the media types that they take. */
    private static String name(HttpServletRequest request) {
        String query = request.getQueryString() == null ? "" : '?' + request.getQueryString();
        return request.getRequestURI() + query + ' ' + request.getHeader("Accept");
    }

    private void learn(String read, HttpServletRequest request, int status) {
        Object place = request.getAttribute(CachePlace.class.getName());
        boolean isAnswered = status == HttpServletResponse.SC_OK || status == HttpServletResponse.SC_NOT_MODIFIED;
        if (isAnswered && place instanceof CachePlace kept) {
            CurrentRequest.servedRoute()
                    .ifPresent(route -> requests.special(request)
                            .ifPresent(special -> reads.learn(read, new KnownRead(kept, route, special))));
        }
    }

    /** @return false if the request has to go the long way */
    private boolean answers(HttpServletRequest request, HttpServletResponse response, KnownRead known)
            throws IOException {
        Optional<CachedAnswer> answer = cache.lookup(known.place()).filter(kept -> !kept.isAbsent());
        if (answer.isEmpty()) {
            return false;
        }
        Optional<Map<String, Object>> standing = requests.admit(request, known.special());
        if (standing.isEmpty()) {
            return false;
        }
        CurrentRequest.matches(known.route());
        standing.get().forEach((name, value) -> response.setHeader(name, value.toString()));
        send(SelectedRepresentation.of(answer.get(), request), response);
        answered.inc();
        return true;
    }

    private static void send(SelectedRepresentation selected, HttpServletResponse response) throws IOException {
        response.setHeader("ETag", selected.entityTag());
        response.setHeader("Cache-Control", Answers.FOR_ALL);
        response.setHeader("Vary", Answers.VARIES_BY);
        if (selected.isKnown()) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        if (selected.isCompressed()) {
            response.setHeader("Content-Encoding", "gzip");
        }
        byte[] body = selected.body();
        response.setContentType("application/json");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
