package com.aichatchronicles.scim;

import com.aichatchronicles.platform.errors.ApiExceptionMapper;
import com.aichatchronicles.platform.errors.ThrowableMapper;
import com.aichatchronicles.platform.errors.WebApplicationExceptionMapper;
import com.aichatchronicles.platform.observability.RouteFilter;
import com.aichatchronicles.scim.groups.GroupsResource;
import com.aichatchronicles.scim.users.UsersResource;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** The tree for directories: no sign-in of people, no limits of theirs, and failures as RFC 7644 has them. */
@ApplicationPath("scim/v2")
public class ScimApplication extends Application {
    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(
                UsersResource.class,
                GroupsResource.class,
                DiscoveryResource.class,
                ScimTokenFilter.class,
                ScimFailureMapper.class,
                ApiExceptionMapper.class,
                WebApplicationExceptionMapper.class,
                ThrowableMapper.class,
                RouteFilter.class);
    }
}
