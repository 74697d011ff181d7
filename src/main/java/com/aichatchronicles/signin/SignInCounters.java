package com.aichatchronicles.signin;

import com.aichatchronicles.platform.errors.ApiException;
import com.aichatchronicles.platform.observability.Metrics;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.function.Supplier;

/** How many sign-ins of each kind went well, were refused, or met a fault of ours. */
@ApplicationScoped
public class SignInCounters {
    @Inject
    Metrics metrics;

    void register(@Observes Startup start) {
        for (Kind kind : Kind.values()) {
            for (Outcome outcome : Outcome.values()) {
                count(kind, outcome, 0);
            }
        }
    }

    /** @return what the attempt returns, counted by how it ends */
    <T> T counted(Kind kind, Supplier<T> attempt) {
        Outcome outcome = Outcome.FAILED;
        try {
            T result = attempt.get();
            outcome = Outcome.SUCCEEDED;
            return result;
        } catch (ApiException e) {
            outcome = e.code().status() < 500 ? Outcome.REFUSED : Outcome.FAILED;
            throw e;
        } finally {
            count(kind, outcome, 1);
        }
    }

    private void count(Kind kind, Outcome outcome, int attempts) {
        String[] labels = {"kind", label(kind), "outcome", label(outcome)};
        metrics.counter("sign_ins", "Sign-ins by kind and outcome", labels).inc(attempts);
    }

    private static String label(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    /** What is tried. */
    enum Kind {
        REGISTER,
        PASSWORD,
        ADMIN,
        REFRESH
    }

    private enum Outcome {
        SUCCEEDED,
        REFUSED,
        FAILED
    }
}
