package com.aichatchronicles.secondfactor;

import com.aichatchronicles.credentials.PasswordConfirmation;
import com.aichatchronicles.devices.CurrentDevice;
import com.aichatchronicles.platform.http.Answers;
import com.aichatchronicles.platform.http.Envelope;
import com.aichatchronicles.sessions.CurrentAccount;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** The second factor: a code of an authenticator (RFC 6238) beside the password. */
@Path("auth/second-factor")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class SecondFactorResource {
    @Inject
    OwnFactor own;

    @Inject
    SecondFactorService factors;

    @Inject
    CurrentAccount caller;

    @Inject
    CurrentDevice devices;

    @Inject
    Answers answers;

    /** @return 200 with how the caller's account is protected, or 304 */
    @GET
    @RolesAllowed("user")
    public Response describe() {
        return answers.personal(Envelope.of(factors.describe(caller.require().id())));
    }

    /** @return 200 with the secret of a new authenticator; 409 SECOND_FACTOR_ALREADY_EXISTS */
    @POST
    @Path("enrol")
    @RolesAllowed("user")
    public Response enrol(PasswordConfirmation confirmation) {
        Enrolment enrolment = own.enrol(caller.require(), confirmation);
        return secret(Envelope.of(enrolment, "Please confirm with a code of your authenticator"));
    }

    /** @return 200 with recovery codes, the second factor is on; 401 SECOND_FACTOR_INVALID */
    @POST
    @Path("confirm")
    @RolesAllowed("user")
    public Response confirm(AuthenticatorCode code) {
        RecoveryCodes codes = own.confirm(caller.require(), code, devices.device());
        return secret(Envelope.of(codes, "Second factor enabled"));
    }

    /** @return 200, the second factor is off; 401 INVALID_PASSWORD or SECOND_FACTOR_INVALID */
    @POST
    @Path("disable")
    @RolesAllowed("user")
    public Response disable(FactorConfirmation both) {
        own.disable(caller.require(), both, devices.device());
        return secret(Envelope.message("Second factor disabled"));
    }

    /** @return 200 with new recovery codes, the former are void; 401 INVALID_PASSWORD or SECOND_FACTOR_INVALID */
    @POST
    @Path("recovery-codes")
    @RolesAllowed("user")
    public Response regenerate(FactorConfirmation both) {
        RecoveryCodes codes = own.regenerate(caller.require(), both, devices.device());
        return secret(Envelope.of(codes, "The former recovery codes are void"));
    }

    private static Response secret(Object body) {
        return Response.ok(body).header(HttpHeaders.CACHE_CONTROL, "no-store").build();
    }
}
