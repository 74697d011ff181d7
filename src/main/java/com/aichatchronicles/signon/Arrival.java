package com.aichatchronicles.signon;

import java.util.UUID;

/**
 * Somebody a provider has vouched for, on their way to the front end.
 *
 * @param account whose it is
 * @param identity who they are there
 * @param browser the secret of the cookie of the browser that may go on
 * @param challenge of the front end that may go on, null where the cookie must do
 */
record Arrival(UUID account, Identity identity, String browser, String challenge) {
    /**
     * Who somebody is at a provider, and in which of its sessions.
     *
     * @param provider by the name of the configuration
     * @param issuer who vouches
     * @param subject for whom
     * @param session the provider's own session, may be null
     * @param refreshToken the provider's, encrypted; may be null
     */
    record Identity(String provider, String issuer, String subject, String session, String refreshToken) {
        @Override
        public String toString() {
            return "Identity[" + provider + "]";
        }
    }

    @Override
    public String toString() {
        return "Arrival[" + account + "]"; // the secrets must not reach a log
    }
}
