package com.aichatchronicles.audit;

import com.aichatchronicles.platform.audit.AuditFact;
import com.aichatchronicles.platform.observability.CurrentRequest;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.ext.Provider;

/** Notes that somebody was refused what they may not do, whoever refused it. */
@Provider
public class RefusedAccessFilter implements ContainerResponseFilter {
    @Inject
    Event<AuditFact> facts;

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getStatus() == Status.FORBIDDEN.getStatusCode()) {
            String route = CurrentRequest.servedRoute().orElse("unmatched");
            facts.fire(AuditFact.refused("access", "FORBIDDEN").with("route", request.getMethod() + ' ' + route));
        }
    }
}
