package com.aichatchronicles.credentials;

import com.aichatchronicles.devices.CurrentDevice;
import com.aichatchronicles.platform.http.Envelope;
import com.aichatchronicles.sessions.CurrentAccount;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** What the caller does to the own account with the password in hand. */
@Path("auth")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class AccountResource {
    @Inject
    OwnAccount account;

    @Inject
    CurrentAccount caller;

    @Inject
    CurrentDevice devices;

    /** @return 200, other sessions have ended; 401 INVALID_PASSWORD */
    @POST
    @Path("change-password")
    @RolesAllowed("user")
    public Response changePassword(PasswordChange change) {
        account.changePassword(caller.require(), change, devices.device());
        return done("Password changed successfully");
    }

    /** @return 200, the account and what hangs on it are gone; 401 INVALID_PASSWORD */
    @DELETE
    @Path("account")
    @RolesAllowed("user")
    public Response delete(PasswordConfirmation confirmation) {
        account.delete(caller.require(), confirmation);
        return done("Account deleted successfully");
    }

    private Response done(String message) {
        return Response.ok(Envelope.message(message))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
