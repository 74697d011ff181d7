package com.aichatchronicles.signon;

import com.aichatchronicles.devices.CurrentDevice;
import com.aichatchronicles.platform.http.Envelope;
import com.aichatchronicles.platform.http.QueryParameters;
import com.aichatchronicles.signon.protocol.Callback;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;

/** Sign-in with an outside provider. */
@Path("auth/oauth")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class SignOnResource {
    @Inject
    SignOn signOn;

    @Inject
    BackChannel backChannel;

    @Inject
    CurrentBrowser browser;

    @Inject
    CurrentDevice devices;

    /** @return 200 with the address at the provider; 404 PROVIDER_NOT_FOUND; 400 REDIRECT_NOT_ALLOWED */
    @GET
    @Path("{provider}/url")
    @PermitAll
    public Response url(@PathParam("provider") String provider, @Context UriInfo request) {
        URI address = signOn.begin(provider, wish(request), browser.secret());
        return Response.ok(Envelope.of(new SignOnUrl(address.toString(), StateService.LIFETIME_SECONDS)))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .cookie(browser.cookie())
                .build();
    }

    /** @return 303 to a page of the front end, with a one-time code or the code of a failure */
    @GET
    @Path("{provider}/callback")
    @PermitAll
    public Response callback(@PathParam("provider") String provider, @Context UriInfo request) {
        return Response.seeOther(signOn.finish(provider, brought(request), browser.secret()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    /** @return 200 with the account, signed in; 401 SIGN_ON_CODE_INVALID */
    @POST
    @Path("token")
    @PermitAll
    public Response exchange(CodeExchange exchange) {
        return Response.ok(signOn.exchange(exchange, browser.secret(), devices.device()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .cookie(devices.cookie())
                .build();
    }

    /** @return 200, what the token names is over on every server; 400 LOGOUT_TOKEN_INVALID */
    @POST
    @Path("{provider}/backchannel-logout")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @PermitAll
    public Response logout(@PathParam("provider") String provider, @FormParam("logout_token") String token) {
        backChannel.logout(provider, token);
        return Response.ok().header(HttpHeaders.CACHE_CONTROL, "no-store").build();
    }

    private static Wish wish(UriInfo request) {
        QueryParameters query = new QueryParameters(request.getQueryParameters());
        String target = query.text("redirect_to", 2000).orElse(null);
        String challenge = query.text("code_challenge", 43).orElse(null);
        if (challenge != null && !challenge.matches("[\\w-]{43}")) {
            query.refuse("code_challenge", "must be a SHA-256 in base64url", "string.pattern.base");
        }
        query.requireValid();
        return new Wish(target, challenge, null);
    }

    private static Callback brought(UriInfo request) {
        QueryParameters query = new QueryParameters(request.getQueryParameters());
        Callback callback = new Callback(
                query.text("code", 4000).orElse(null),
                query.text("state", 500).orElse(""),
                query.text("error", 500).orElse(null),
                query.text("iss", 2000).orElse(null));
        query.requireValid();
        return callback;
    }
}
