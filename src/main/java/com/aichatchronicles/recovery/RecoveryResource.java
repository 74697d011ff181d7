package com.aichatchronicles.recovery;

import com.aichatchronicles.platform.http.Envelope;
import com.aichatchronicles.platform.ratelimit.Policy;
import com.aichatchronicles.platform.ratelimit.RateLimited;
import com.aichatchronicles.sessions.CurrentAccount;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Links by mail: to prove an address, to choose a new password, to change the address. */
@Path("auth")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class RecoveryResource {
    @Inject
    Recovery recovery;

    @Inject
    RecoveryService links;

    @Inject
    CurrentAccount caller;

    /** @return 200; 400 ONE_TIME_TOKEN_INVALID; 409 USER_ALREADY_EXISTS if a new address was taken meanwhile */
    @POST
    @Path("verify-email")
    @PermitAll
    public Response verifyEmail(TokenRequest request) {
        links.verify(request.token());
        return done("Email verified successfully");
    }

    /** @return 200, whether the address is known or not */
    @POST
    @Path("resend-verification")
    @PermitAll
    @RateLimited(Policy.AUTH)
    public Response resendVerification(EmailRequest request) {
        links.requestVerification(request.email());
        return done("If an account with this address waits for its verification, a link is on its way");
    }

    /** @return 200, whether the address is known or not */
    @POST
    @Path("forgot-password")
    @PermitAll
    @RateLimited(Policy.AUTH)
    public Response forgotPassword(EmailRequest request) {
        recovery.requestReset(request.email());
        return done("If an account with this address exists, a link to reset its password is on its way");
    }

    /** @return 200; 400 ONE_TIME_TOKEN_INVALID; 400 VALIDATION_ERROR, after which the token is still good */
    @POST
    @Path("reset-password")
    @PermitAll
    @RateLimited(Policy.AUTH)
    public Response resetPassword(PasswordReset reset) {
        recovery.resetPassword(reset);
        return done("Password reset successfully");
    }

    /** @return 200; 401 INVALID_PASSWORD; 409 USER_ALREADY_EXISTS if the address is taken */
    @POST
    @Path("change-email")
    @RolesAllowed("user")
    @RateLimited(Policy.AUTH)
    public Response changeEmail(EmailChange change) {
        recovery.requestEmailChange(caller.require(), change);
        return done("A link is on its way to the new address, which counts once the link has been opened");
    }

    private static Response done(String message) {
        return Response.ok(Envelope.message(message))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
