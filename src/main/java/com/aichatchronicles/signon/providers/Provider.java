package com.aichatchronicles.signon.providers;

import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import java.net.URI;
import java.util.Optional;

/**
 * A provider of the configuration.
 *
 * @param name in our addresses
 * @param preset what kind it is
 * @param issuer as its tokens must name it, letter by letter
 * @param client as which we are known there
 * @param admission whom it may send
 */
public record Provider(String name, Preset preset, Issuer issuer, Client client, Admission admission) {
    /**
     * Our registration at a provider.
     *
     * @param id public
     * @param secret empty for a public client
     * @param scopes what is asked for
     * @param callback where the provider sends browsers back to
     */
    public record Client(ClientID id, Optional<Secret> secret, Scope scopes, URI callback) {
        @Override
        public String toString() {
            return "Client[" + id + "]"; // the secret must not reach a log
        }
    }
}
