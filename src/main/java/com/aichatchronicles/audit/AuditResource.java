package com.aichatchronicles.audit;

import com.aichatchronicles.platform.http.Answers;
import com.aichatchronicles.platform.http.Envelope;
import com.aichatchronicles.platform.http.PageRequest;
import com.aichatchronicles.platform.http.QueryParameters;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.sql.SQLException;

/** The audit log, for admins. */
@Path("admin/audit")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class AuditResource {
    @Inject
    AuditReadService log;

    @Inject
    CheckService checks;

    @Inject
    AuditExport export;

    @Inject
    Answers answers;

    @Context
    UriInfo uri;

    /** @return a page of the log, the last row first, or 304 */
    @GET
    @RolesAllowed("admin")
    public Response list() throws SQLException {
        QueryParameters query = new QueryParameters(uri.getQueryParameters());
        AuditFilter filter = AuditFilter.of(query);
        PageRequest page = PageRequest.byCursor(query);
        query.requireValid();
        return answers.personal(log.list(filter, page));
    }

    /** @return the log as JSON lines in the order of the chain */
    @GET
    @Path("export")
    @RolesAllowed("admin")
    @Produces(AuditExport.JSON_LINES)
    public Response export() {
        QueryParameters query = new QueryParameters(uri.getQueryParameters());
        AuditFilter filter = AuditFilter.of(query);
        query.requireValid();
        StreamingOutput lines = out -> export.write(filter, out);
        return Response.ok(lines)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=audit.jsonl")
                .build();
    }

    /** @return whether the chain is whole, or where it breaks first; or 304 */
    @GET
    @Path("check")
    @RolesAllowed("admin")
    public Response check() throws SQLException {
        return answers.personal(Envelope.of(checks.check()));
    }
}
