package com.aichatchronicles.signon.protocol;

import com.aichatchronicles.platform.errors.ApiException;
import com.aichatchronicles.signon.providers.Assertion;
import com.aichatchronicles.signon.providers.Provider;
import java.net.URI;

/** Speaks the protocol of a provider. */
public interface ProviderClient {
    /**
     * @param provider where the browser is to go
     * @param state of the journey
     * @param journey what it is bound to
     * @return the address at the provider
     * @throws ApiException PROVIDER_UNAVAILABLE
     */
    URI authorization(Provider provider, String state, Journey journey);

    /**
     * Exchanges a provider's code for what it says of the person.
     *
     * @param provider where the browser comes from
     * @param callback what it brings, with a code
     * @param journey which it was on
     * @return checked in every respect
     * @throws ApiException SIGN_ON_REFUSED if anything is not right; PROVIDER_UNAVAILABLE if it can't be asked
     */
    Assertion redeem(Provider provider, Callback callback, Journey journey);
}
