package com.aichatchronicles.signon;

import com.aichatchronicles.credentials.PasswordConfirmation;
import com.aichatchronicles.platform.http.Envelope;
import com.aichatchronicles.platform.ratelimit.Policy;
import com.aichatchronicles.platform.ratelimit.RateLimited;
import com.aichatchronicles.sessions.CurrentAccount;
import com.aichatchronicles.signon.identities.LinkCodeService;
import com.aichatchronicles.signon.identities.Passwordless;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/** More ways to sign in to an account that is there already, and the end of one that has no other. */
@Path("auth/oauth")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class LinksResource {
    @Inject
    Linking linking;

    @Inject
    LinkCodeService codes;

    @Inject
    Passwordless passwordless;

    @Inject
    CurrentAccount caller;

    @Inject
    CurrentBrowser browser;

    /** @return 200, the identity is the account's; 400 ONE_TIME_TOKEN_INVALID; 409 IDENTITY_ALREADY_EXISTS */
    @POST
    @Path("link")
    @PermitAll
    @RateLimited(Policy.AUTH)
    public Response confirm(LinkToken link) {
        codes.redeem(link.token());
        return Response.ok(Envelope.message("You can sign in this way now"))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    /** @return 200, an account without a password is gone; 403 RECENT_SIGN_IN_REQUIRED */
    @DELETE
    @Path("account")
    @RolesAllowed("user")
    public Response delete() {
        passwordless.delete(caller.require());
        return Response.ok(Envelope.message("Account deleted successfully"))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    /** @return 200 with the address at the provider; 401 INVALID_PASSWORD; 404 PROVIDER_NOT_FOUND */
    @POST
    @Path("{provider}/link")
    @RolesAllowed("user")
    public Response begin(@PathParam("provider") String provider, PasswordConfirmation confirmation) {
        URI address = linking.begin(caller.require(), provider, confirmation, browser.secret());
        return Response.ok(Envelope.of(new SignOnUrl(address.toString(), StateService.LIFETIME_SECONDS)))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .cookie(browser.cookie())
                .build();
    }
}
