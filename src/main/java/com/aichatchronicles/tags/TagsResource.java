package com.aichatchronicles.tags;

import com.aichatchronicles.platform.http.Answers;
import com.aichatchronicles.platform.http.PageRequest;
import com.aichatchronicles.platform.http.QueryParameters;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Set;

/** The tags in use. */
@Path("tags")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class TagsResource {
    private static final String BY_NAME = "name";

    @Inject
    UsedTags tags;

    @Inject
    Answers answers;

    @Context
    UriInfo uri;

    /** @return a page of tags, the most popular first unless sorted by name, or 304 */
    @GET
    @PermitAll
    public Response list() {
        QueryParameters query = new QueryParameters(uri.getQueryParameters());
        String prefix = query.text("prefix", 50).orElse(null);
        boolean byName = BY_NAME.equals(query.oneOf("sort", "popularity", Set.of("popularity", BY_NAME)));
        PageRequest part = PageRequest.of(query);
        query.requireValid();
        return answers.shared(tags.list(prefix, byName, part));
    }
}
