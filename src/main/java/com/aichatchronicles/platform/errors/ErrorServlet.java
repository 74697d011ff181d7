package com.aichatchronicles.platform.errors;

import com.aichatchronicles.platform.http.RequestId;
import com.aichatchronicles.platform.observability.RequestLog;
import jakarta.inject.Inject;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The error page of the whole application: what fails outside JAX-RS is answered in the contract's shape too. */
@WebServlet(urlPatterns = ErrorServlet.PATH)
public class ErrorServlet extends HttpServlet {
    static final String PATH = "/error";
    private static final long serialVersionUID = 1L;

    @Inject
    transient RequestLog requests;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        ErrorCode code = ErrorCode.forStatus(status instanceof Integer number ? number : 404);
        Object original = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        String path = original == null ? request.getRequestURI() : original.toString();
        Failure failure = new Failure(
                code, List.of(), RequestId.of(request), code == ErrorCode.ROUTE_NOT_FOUND ? path : null, null);
        FailureForm form = FailureForm.of(path, request.getHeader("Accept"));
        byte[] body = form.write(failure).getBytes(StandardCharsets.UTF_8);
        response.setStatus(code.status());
        response.setHeader(RequestId.HEADER, failure.requestId()); // the filters don't see what the server refuses
        response.setContentType(form.mediaType());
        response.setHeader("Cache-Control", "no-store");
        if (code == ErrorCode.SERVICE_UNAVAILABLE) {
            response.setIntHeader("Retry-After", Failure.RETRY_AFTER_SECONDS);
        }
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
        requests.refused(request, path, code.status());
    }
}
