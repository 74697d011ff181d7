package com.aichatchronicles.signon.identities;

import com.aichatchronicles.accounts.AccountsConfig;
import com.aichatchronicles.accounts.Holder;
import com.aichatchronicles.mail.MailQueueService;
import com.aichatchronicles.mail.NewMail;
import com.aichatchronicles.platform.errors.ApiException;
import com.aichatchronicles.platform.errors.ErrorCode;
import com.aichatchronicles.platform.persistence.NewId;
import com.aichatchronicles.platform.persistence.Sql;
import com.aichatchronicles.secondfactor.SecondFactorService;
import com.aichatchronicles.signon.providers.Assertion;
import com.aichatchronicles.signon.providers.Provider;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Adds an identity to an account that was there before, once its owner has confirmed it. */
@Stateless
public class IdentityLinkService {
    private static final int LIFETIME_HOURS = 24;

    @PersistenceContext
    EntityManager entities;

    @Inject
    IdentityService identities;

    @Inject
    SecondFactorService factors;

    @Inject
    AccountsConfig accounts;

    @Inject
    MailQueueService mails;

    /**
     * Sends the owner of an account a link to confirm that an identity is theirs too.
     *
     * @param owner who has the address that the provider calls verified
     * @param provider which vouches
     * @param assertion for whom
     * @throws ApiException LINK_SIGN_IN_REQUIRED if a mail must not be enough
     */
    public void ask(Holder owner, Provider provider, Assertion assertion) {
        if (needsSignIn(owner)) {
            throw new ApiException(ErrorCode.LINK_SIGN_IN_REQUIRED);
        }
        UUID id = (UUID) new Sql()
                .add(
                        """
                        INSERT INTO chronicles.identity_links AS l
                               (id, user_id, issuer, subject, provider, email, expires_at)
                        VALUES (?, ?, ?, ?, ?, ?, now() + ? * interval '1 hour')
                        ON CONFLICT (user_id, issuer, subject) DO UPDATE SET expires_at = EXCLUDED.expires_at
                        RETURNING l.id""",
                        NewId.next(),
                        owner.id(),
                        assertion.issuer(),
                        assertion.subject(),
                        provider.name(),
                        assertion.email(),
                        LIFETIME_HOURS)
                .by(entities::createNativeQuery)
                .getSingleResult();
        mails.post(new NewMail(LinkMail.NAME, owner.id(), owner.email(), Map.of("link", id.toString())));
    }

    /**
     * Says whether only somebody who is signed in may add an identity. Whoever reads the mails of an account would else
     * get round its second factor, which single sign-on does not ask for.
     *
     * @param owner of an account; one who has not proved the address may be a stranger, and the second factor theirs
     * @return whether the account has a second factor that its owner can sign in with
     */
    public boolean needsSignIn(Holder owner) {
        return owner.emailVerified() && accounts.passwordSignIn() && factors.isConfirmed(owner.id());
    }

    /**
     * Adds an identity to the account of somebody who has just given its password.
     *
     * @return the account
     * @throws ApiException IDENTITY_ALREADY_EXISTS if the identity is somebody else's
     */
    public UUID link(UUID account, Provider provider, Assertion assertion) {
        Optional<UUID> owner = identities.recognise(provider, assertion);
        if (owner.isEmpty()) {
            identities.link(account, provider.name(), assertion.issuer(), assertion.subject(), assertion.email());
            return identities.recognise(provider, assertion).orElse(account);
        }
        if (!owner.get().equals(account)) {
            throw new ApiException(ErrorCode.IDENTITY_ALREADY_EXISTS);
        }
        return account;
    }
}
