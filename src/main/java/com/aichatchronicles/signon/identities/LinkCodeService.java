package com.aichatchronicles.signon.identities;

import com.aichatchronicles.accounts.CredentialService;
import com.aichatchronicles.accounts.Holder;
import com.aichatchronicles.platform.errors.ApiException;
import com.aichatchronicles.platform.errors.ErrorCode;
import com.aichatchronicles.platform.persistence.Sql;
import com.aichatchronicles.tokens.OpaqueToken;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The one-time codes of the links with which owners confirm an identity. */
@Stateless
public class LinkCodeService {
    @PersistenceContext
    EntityManager entities;

    @Inject
    IdentityService identities;

    @Inject
    IdentityLinkService links;

    @Inject
    CredentialService accounts;

    /**
     * A code and what it is about.
     *
     * @param code known to nobody else from here on
     * @param provider by its name in the configuration
     */
    record Made(String code, String provider) {
        @Override
        public String toString() {
            return "Made[" + provider + "]";
        }
    }

    /**
     * @param link what waits for a confirmation
     * @return a code for it; empty if it waits no more
     */
    public Optional<Made> make(UUID link) {
        List<?> found = new Sql()
                .add("SELECT provider FROM chronicles.identity_links WHERE id = ? AND expires_at > now()", link)
                .by(entities::createNativeQuery)
                .getResultList();
        return found.stream().findFirst().map(provider -> {
            String code = OpaqueToken.next();
            new Sql()
                    .add(
                            "INSERT INTO chronicles.identity_link_codes (hash, link_id) VALUES (?, ?)",
                            OpaqueToken.hash(code),
                            link)
                    .by(entities::createNativeQuery)
                    .executeUpdate();
            return new Made(code, (String) provider);
        });
    }

    /**
     * Uses a code: the identity is the account's from now on. Whoever has the code reads the mails to the address.
     * Where nobody had proved that before, the account may have been made by somebody else in the owner's name: its
     * password, sessions, other identities, keys and second factor are taken away from them.
     *
     * @param code as presented
     * @throws ApiException ONE_TIME_TOKEN_INVALID; IDENTITY_ALREADY_EXISTS if the identity has become somebody else's
     */
    public void redeem(String code) {
        List<?> found = new Sql()
                .add("""
                        DELETE FROM chronicles.identity_links l USING chronicles.identity_link_codes c
                         WHERE c.hash = ? AND l.id = c.link_id AND l.expires_at > now()
                        RETURNING l.user_id, l.provider, l.issuer, l.subject, l.email""", OpaqueToken.hash(code))
                .by(entities::createNativeQuery)
                .getResultList();
        Object[] link = (Object[])
                found.stream().findFirst().orElseThrow(() -> new ApiException(ErrorCode.ONE_TIME_TOKEN_INVALID));
        UUID account = (UUID) link[0];
        Holder owner = accounts.lookup(account).orElseThrow(() -> new ApiException(ErrorCode.ONE_TIME_TOKEN_INVALID));
        if (!owner.email().equals(link[4])) {
            throw new ApiException(ErrorCode.ONE_TIME_TOKEN_INVALID); // the account has another address by now
        }
        if (links.needsSignIn(owner)) {
            throw new ApiException(ErrorCode.ONE_TIME_TOKEN_INVALID); // the account has a second factor by now
        }
        if (!owner.emailVerified()) {
            accounts.reclaim(account, owner.email(), null);
        }
        identities.link(account, (String) link[1], (String) link[2], (String) link[3], owner.email());
    }
}
