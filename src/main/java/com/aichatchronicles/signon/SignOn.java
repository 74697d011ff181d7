package com.aichatchronicles.signon;

import com.aichatchronicles.accounts.CredentialService;
import com.aichatchronicles.accounts.Holder;
import com.aichatchronicles.devices.Device;
import com.aichatchronicles.platform.audit.AuditFact;
import com.aichatchronicles.platform.errors.ApiException;
import com.aichatchronicles.platform.errors.ErrorCode;
import com.aichatchronicles.signin.SignIn;
import com.aichatchronicles.signin.SignedIn;
import com.aichatchronicles.signon.identities.IdentityLinkService;
import com.aichatchronicles.signon.identities.IdentityService;
import com.aichatchronicles.signon.protocol.Callback;
import com.aichatchronicles.signon.protocol.GitHubClient;
import com.aichatchronicles.signon.protocol.Journey;
import com.aichatchronicles.signon.protocol.OidcClient;
import com.aichatchronicles.signon.protocol.ProviderClient;
import com.aichatchronicles.signon.providers.Assertion;
import com.aichatchronicles.signon.providers.Preset;
import com.aichatchronicles.signon.providers.Provider;
import com.aichatchronicles.signon.providers.SignOnConfig;
import com.aichatchronicles.tokens.OpaqueToken;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;

/** The way in through a provider. Has no transaction of its own: a provider may take seconds to answer. */
@ApplicationScoped
public class SignOn {
    @Inject
    SignOnConfig config;

    @Inject
    OidcClient oidc;

    @Inject
    GitHubClient gitHub;

    @Inject
    StateService states;

    @Inject
    IdentityService identities;

    @Inject
    IdentityLinkService links;

    @Inject
    CredentialService accounts;

    @Inject
    ArrivalService arrivals;

    @Inject
    TokenSeal seal;

    @Inject
    SignIn signIn;

    @Inject
    Event<AuditFact> facts;

    /**
     * @param name of the provider
     * @param wish where the browser is to come back to
     * @param browser the secret of its cookie
     * @return the address at the provider that the browser must go to
     * @throws ApiException PROVIDER_NOT_FOUND, REDIRECT_NOT_ALLOWED or PROVIDER_UNAVAILABLE
     */
    public URI begin(String name, Wish wish, String browser) {
        Provider provider = config.find(name);
        URI target = config.target(Optional.ofNullable(wish.target()));
        Journey journey = new Journey(
                provider.name(), OpaqueToken.next(), OpaqueToken.next(), target, wish.challenge(), wish.account());
        String state = OpaqueToken.next();
        URI address = client(provider).authorization(provider, state, journey);
        states.begin(state, browser, journey);
        return address;
    }

    /**
     * @param name of the provider that sends a browser back
     * @param callback what the browser brings
     * @param browser the secret of its cookie
     * @return the page of the front end that it must go to, with a one-time code or the code of a failure
     * @throws ApiException PROVIDER_NOT_FOUND
     */
    public URI finish(String name, Callback callback, String browser) {
        Provider provider = config.find(name);
        Optional<Journey> journey = states.take(callback.state(), browser, provider.name());
        if (journey.isEmpty()) {
            facts.fire(AuditFact.refused("sign_in", ErrorCode.SIGN_ON_STATE_INVALID.name())
                    .with("provider", provider.name()));
            return page(config.defaultTarget(), "error", ErrorCode.SIGN_ON_STATE_INVALID.name());
        }
        URI target = journey.get().target();
        try {
            return page(target, "code", arrive(provider, callback, journey.get(), browser));
        } catch (ApiException e) {
            facts.fire(AuditFact.refused("sign_in", e.code().name()).with("provider", provider.name()));
            return page(target, "error", e.code().name());
        }
    }

    /**
     * @param exchange the one-time code
     * @param browser the secret of the caller's cookie
     * @param device where they are
     * @return the account, signed in
     * @throws ApiException SIGN_ON_CODE_INVALID, or INVALID_CREDENTIALS for an account that was banned meanwhile
     */
    public SignedIn exchange(CodeExchange exchange, String browser, Device device) {
        return signIn.welcome(arrivals.enter(exchange, browser, device));
    }

    private String arrive(Provider provider, Callback callback, Journey journey, String browser) {
        if (callback.error() != null) {
            throw new ApiException(reason(callback.error()));
        }
        if (callback.code() == null) {
            throw new ApiException(ErrorCode.SIGN_ON_REFUSED);
        }
        Assertion assertion = client(provider).redeem(provider, callback, journey);
        if (!provider.admission().admits(assertion)) {
            throw new ApiException(ErrorCode.SIGN_ON_NOT_ALLOWED);
        }
        UUID account = account(provider, assertion, journey);
        Arrival.Identity identity = new Arrival.Identity(
                provider.name(),
                assertion.issuer(),
                assertion.subject(),
                assertion.session(),
                seal.close(provider, assertion).orElse(null));
        return arrivals.announce(new Arrival(account, identity, browser, journey.challenge()));
    }

    private UUID account(Provider provider, Assertion assertion, Journey journey) {
        if (journey.account() != null) {
            return links.link(journey.account(), provider, assertion);
        }
        try {
            return identities.recognise(provider, assertion).orElseGet(() -> join(provider, assertion));
        } catch (ApiException e) { // unless another of their tabs was quicker
            return identities.recognise(provider, assertion).orElseThrow(() -> e);
        }
    }

    private UUID join(Provider provider, Assertion assertion) {
        if (assertion.email() == null) {
            throw new ApiException(ErrorCode.EMAIL_REQUIRED);
        }
        Optional<Holder> owner = accounts.lookup(assertion.email());
        if (owner.isEmpty()) {
            return identities.welcome(provider, assertion);
        }
        if (!assertion.emailVerified()) {
            throw new ApiException(ErrorCode.EMAIL_NOT_VERIFIED);
        }
        if (!identities.isKnown(assertion)) {
            links.ask(owner.get(), provider, assertion);
        }
        throw new ApiException(ErrorCode.LINK_CONFIRMATION_REQUIRED);
    }

    private ProviderClient client(Provider provider) {
        return provider.preset() == Preset.GITHUB ? gitHub : oidc;
    }

    /** Whatever text a provider sends, or a forger in its name, only codes of ours go on to the front end. */
    private static ErrorCode reason(String error) {
        return switch (error) {
            case "access_denied" -> ErrorCode.SIGN_ON_DENIED;
            case "server_error", "temporarily_unavailable" -> ErrorCode.PROVIDER_UNAVAILABLE;
            default -> ErrorCode.SIGN_ON_REFUSED;
        };
    }

    private static URI page(URI target, String name, String value) {
        return URI.create(target + "?" + name + '=' + value);
    }
}
