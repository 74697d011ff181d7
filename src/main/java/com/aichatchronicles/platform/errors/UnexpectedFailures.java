package com.aichatchronicles.platform.errors;

import com.aichatchronicles.platform.http.RequestId;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Response;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.faulttolerance.exceptions.BulkheadException;

/** Sorts failures that a container may have wrapped: ours, an absent database, or a fault that has to be logged. */
@RequestScoped
public class UnexpectedFailures {
    private static final System.Logger LOG = System.getLogger(UnexpectedFailures.class.getName());

    @Inject
    FailureResponses failures;

    @Inject
    HttpServletRequest request;

    /**
     * @param failure anything thrown
     * @return the answer: the failure's own code, 503 where the database is away, other
     *     transactions are in the way or too many ask for work that is expensive, else 500
     */
    public Response answer(Throwable failure) {
        Optional<ApiException> ours = Causes.find(failure, ApiException.class);
        if (ours.isPresent()) {
            return failures.of(ours.get());
        }
        if (Causes.isDatabaseAway(failure)) {
            LOG.log(Level.WARNING, "Request {0} met no database: {1}", RequestId.of(request), failure.getMessage());
            return failures.of(ErrorCode.SERVICE_UNAVAILABLE, List.of());
        }
        if (Causes.isConflict(failure)) {
            LOG.log(Level.WARNING, "Request {0} met concurrent changes again and again", RequestId.of(request));
            return failures.of(ErrorCode.SERVICE_UNAVAILABLE, List.of());
        }
        if (Causes.find(failure, BulkheadException.class).isPresent()) {
            return failures.of(ErrorCode.SERVICE_UNAVAILABLE, List.of());
        }
        LOG.log(Level.ERROR, "Request " + RequestId.of(request) + " failed", failure);
        return failures.of(ErrorCode.INTERNAL_ERROR, List.of());
    }
}
