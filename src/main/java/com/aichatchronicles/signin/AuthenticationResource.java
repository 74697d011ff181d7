package com.aichatchronicles.signin;

import com.aichatchronicles.accounts.AccountService;
import com.aichatchronicles.accounts.ProfileEdit;
import com.aichatchronicles.accounts.ProfileView;
import com.aichatchronicles.accounts.Registration;
import com.aichatchronicles.devices.CurrentDevice;
import com.aichatchronicles.platform.http.Answers;
import com.aichatchronicles.platform.http.Envelope;
import com.aichatchronicles.platform.ratelimit.Policy;
import com.aichatchronicles.platform.ratelimit.RateLimited;
import com.aichatchronicles.sessions.CurrentAccount;
import com.aichatchronicles.sessions.SessionService;
import com.aichatchronicles.signin.SignInCounters.Kind;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;

/** Sign-up, sign-in and the caller's own account. */
@Path("auth")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class AuthenticationResource {
    @Inject
    SignIn signIn;

    @Inject
    SignInCounters counters;

    @Inject
    SessionService sessions;

    @Inject
    AccountService accounts;

    @Inject
    CurrentAccount caller;

    @Inject
    Answers answers;

    @Inject
    CurrentDevice devices;

    /** @return 201 with the new account, signed in; 409 USER_ALREADY_EXISTS */
    @POST
    @Path("register")
    @PermitAll
    @RateLimited(Policy.AUTH)
    public Response register(Registration registration) {
        return signedIn(
                Status.CREATED, counters.counted(Kind.REGISTER, () -> signIn.register(registration, devices.device())));
    }

    /** @return 200 with the account, signed in, or with a challenge; 401 INVALID_CREDENTIALS whatever the reason */
    @POST
    @Path("login")
    @PermitAll
    @RateLimited(Policy.AUTH)
    public Response login(Credentials credentials) {
        return signedIn(Status.OK, counters.counted(Kind.PASSWORD, () -> signIn.signIn(credentials, devices.device())));
    }

    /** @return 200 with a new pair of tokens; 401 TOKEN_REFRESH_ERROR */
    @POST
    @Path("refresh-token")
    @PermitAll
    public Response refresh(RefreshRequest refresh) {
        return secret(Status.OK, counters.counted(Kind.REFRESH, () -> signIn.refresh(refresh.refreshToken())));
    }

    /** @return 200; the session and all its tokens are void from now on */
    @POST
    @Path("logout")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed("user")
    public Response logout() {
        sessions.end(caller.require().sessionId());
        return secret(Status.OK, Envelope.message("Logout successful"));
    }

    /** @return 200 with the caller's own profile, or 304 */
    @GET
    @Path("me")
    @RolesAllowed("user")
    public Response me() {
        return answers.personal(
                Envelope.of(accounts.findProfile(caller.require().id())));
    }

    /** @return 200 with the profile as it is now; 409 USER_ALREADY_EXISTS for a taken username */
    @PUT
    @Path("profile")
    @RolesAllowed("user")
    public Response editProfile(ProfileEdit changes) {
        ProfileView profile = accounts.editProfile(caller.require().id(), changes);
        return secret(Status.OK, Envelope.of(profile, "Profile updated successfully"));
    }

    /** @return 200 with the admin and an access token; 401 INVALID_CREDENTIALS for anyone who is no admin */
    @POST
    @Path("admin/login")
    @PermitAll
    @RateLimited(Policy.AUTH)
    @Deprecated
    public Response adminLogin(Credentials credentials) {
        return signedIn(
                Status.OK, counters.counted(Kind.ADMIN, () -> signIn.signInAsAdmin(credentials, devices.device())));
    }

    /** @return 200 with the admin who calls, or 304 */
    @GET
    @Path("admin/me")
    @RolesAllowed("admin")
    @Deprecated
    public Response adminMe() {
        return answers.personal(Envelope.of(new AdminView.Me(AdminView.of(caller.require()))));
    }

    private Response signedIn(Status status, SignInAnswer body) {
        return Response.fromResponse(secret(status, body))
                .cookie(devices.cookie())
                .build();
    }

    private static Response secret(Status status, Object body) {
        return Response.status(status)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(body)
                .build();
    }
}
