package com.aichatchronicles.signon.providers;

import com.nimbusds.oauth2.sdk.token.RefreshToken;
import java.util.List;

/**
 * What a provider says of somebody who has signed in there.
 *
 * @param issuer who says it
 * @param subject by which the issuer knows them for ever
 * @param email in lower case; null where it gives none
 * @param emailVerified whether it has made sure that the address is theirs
 * @param domain the one of their organisation, in lower case; null where nobody has made sure of one
 * @param name for people, may be null
 * @param groups groups or roles held there
 * @param session its own session, for a logout by it; may be null
 * @param refreshToken with which it can be asked again; may be null
 */
public record Assertion(
        String issuer,
        String subject,
        String email,
        boolean emailVerified,
        String domain,
        String name,
        List<String> groups,
        String session,
        RefreshToken refreshToken) {
    @Override
    public String toString() {
        return "Assertion[]"; // names, addresses and tokens must not reach a log
    }
}
