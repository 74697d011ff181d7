package com.aichatchronicles.signin;

import com.aichatchronicles.devices.CurrentDevice;
import com.aichatchronicles.platform.ratelimit.Policy;
import com.aichatchronicles.platform.ratelimit.RateLimited;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** The second step of a sign-in. */
@Path("auth/second-factor")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ChallengeResource {
    @Inject
    SignIn signIn;

    @Inject
    CurrentDevice devices;

    /** @return 200 with the account, signed in; 401 SECOND_FACTOR_INVALID or CHALLENGE_INVALID */
    @POST
    @PermitAll
    @RateLimited(Policy.AUTH)
    public Response finishSignIn(ChallengeAnswer answer) {
        SignedIn signedIn = signIn.finish(answer, devices.device());
        return Response.ok(signedIn)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .cookie(devices.cookie())
                .build();
    }
}
