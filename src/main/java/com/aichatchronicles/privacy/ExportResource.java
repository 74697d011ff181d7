package com.aichatchronicles.privacy;

import com.aichatchronicles.platform.ratelimit.Policy;
import com.aichatchronicles.platform.ratelimit.RateLimited;
import com.aichatchronicles.sessions.CurrentAccount;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.sql.SQLException;

/** The caller's own data, all of it. */
@Path("auth/export")
@RequestScoped
public class ExportResource {
    @Inject
    ExportService exports;

    @Inject
    CurrentAccount caller;

    /** @return 200 with a zip file */
    @GET
    @Produces("application/zip")
    @RolesAllowed("user")
    @RateLimited(Policy.EXPORT)
    public Response export() throws IOException, SQLException {
        ExportService.Export export = exports.collect(caller.require().id());
        return Response.ok(export.zip())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(HttpHeaders.CONTENT_LENGTH, export.size())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"personal-data.zip\"")
                .build();
    }
}
