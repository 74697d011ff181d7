package com.aichatchronicles.signon.identities;

import com.aichatchronicles.accounts.AccountService;
import com.aichatchronicles.accounts.CredentialService;
import com.aichatchronicles.accounts.Holder;
import com.aichatchronicles.accounts.Registration;
import com.aichatchronicles.accounts.StandingService;
import com.aichatchronicles.platform.audit.AuditFact;
import com.aichatchronicles.platform.audit.AuditParty;
import com.aichatchronicles.platform.errors.ApiException;
import com.aichatchronicles.platform.errors.Causes;
import com.aichatchronicles.platform.errors.ErrorCode;
import com.aichatchronicles.platform.http.Text;
import com.aichatchronicles.platform.persistence.Sql;
import com.aichatchronicles.sessions.Role;
import com.aichatchronicles.sessions.SessionService;
import com.aichatchronicles.signon.providers.Assertion;
import com.aichatchronicles.signon.providers.Provider;
import com.aichatchronicles.signon.providers.SignOnConfig;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Who is whom at a provider. */
@Stateless
public class IdentityService {
    private static final int LONGEST_NAME = 100;

    @PersistenceContext
    EntityManager entities;

    @Inject
    AccountService accounts;

    @Inject
    CredentialService credentials;

    @Inject
    StandingService standing;

    @Inject
    SessionService sessions;

    @Inject
    SignOnConfig config;

    @Inject
    Event<AuditFact> facts;

    /**
     * Notes that somebody signs in, if they are known.
     *
     * @param provider which vouches for them
     * @param assertion what it says
     * @return their account, with the role that their groups give it; empty if they are not known
     * @throws ApiException SIGN_ON_NOT_ALLOWED while the account is banned
     */
    public Optional<UUID> recognise(Provider provider, Assertion assertion) {
        List<?> found = new Sql()
                .add("""
                        UPDATE chronicles.identities SET last_sign_in_at = now(), provider = ?
                         WHERE issuer = ? AND subject = ?
                        RETURNING user_id""", provider.name(), assertion.issuer(), assertion.subject())
                .by(entities::createNativeQuery)
                .getResultList();
        Optional<UUID> account = found.stream().findFirst().map(UUID.class::cast);
        account.ifPresent(id -> admit(id, provider, assertion));
        return account;
    }

    /**
     * Makes an account without a password for somebody new.
     *
     * @param provider which vouches for them
     * @param assertion what it says, with an address
     * @return the account
     * @throws ApiException USER_ALREADY_EXISTS if somebody has taken the address a moment ago
     */
    public UUID welcome(Provider provider, Assertion assertion) {
        Registration registration = new Registration(assertion.email(), null, name(assertion.name()), null);
        UUID account = accounts.create(registration, null, Role.USER).user().id();
        if (assertion.emailVerified()) {
            credentials.confirmEmail(account, assertion.email());
        }
        link(account, provider.name(), assertion.issuer(), assertion.subject(), assertion.email());
        admit(account, provider, assertion);
        return account;
    }

    /**
     * Lets somebody in by an identity from now on.
     *
     * @throws ApiException IDENTITY_ALREADY_EXISTS if it is somebody else's
     */
    public void link(UUID account, String provider, String issuer, String subject, String email) {
        try {
            new Sql()
                    .add("""
                            INSERT INTO chronicles.identities (issuer, subject, user_id, provider, email)
                            VALUES (?, ?, ?, ?, ?)""", issuer, subject, account, provider, email)
                    .by(entities::createNativeQuery)
                    .executeUpdate();
        } catch (PersistenceException e) {
            throw Causes.isDuplicate(e) ? new ApiException(ErrorCode.IDENTITY_ALREADY_EXISTS, e) : e;
        }
        facts.fire(AuditFact.done("identity.linked")
                .by(AuditParty.user(account))
                .on("user", account)
                .with("provider", provider));
        if (config.ruling().contains(issuer)) {
            sessions.endAll(account); // they came by a password, which opens this account no more
        }
    }

    /**
     * Takes every identity from an account, also those that wait for a confirmation.
     *
     * @param account whose owner has just turned out to be somebody else
     */
    public void unlinkAll(UUID account) {
        for (String table : List.of("identities", "identity_links")) {
            new Sql()
                    .add("DELETE FROM chronicles." + table + " WHERE user_id = ?", account)
                    .by(entities::createNativeQuery)
                    .executeUpdate();
        }
    }

    /**
     * Gives somebody the role that their groups give them, where the provider has a say.
     *
     * @throws ApiException SIGN_ON_NOT_ALLOWED while the account is banned, or if it is gone
     */
    public void admit(UUID account, Provider provider, Assertion assertion) {
        if (credentials.lookup(account).filter(Holder::mayEnter).isEmpty()) {
            throw new ApiException(ErrorCode.SIGN_ON_NOT_ALLOWED);
        }
        provider.admission()
                .role(assertion.groups())
                .ifPresent(role -> standing.followProvider(account, role, provider.name()));
    }

    /** @return whether anybody is known by this identity */
    public boolean isKnown(Assertion assertion) {
        return !entities.createNativeQuery("SELECT 1 FROM chronicles.identities WHERE issuer = ?1 AND subject = ?2")
                .setParameter(1, assertion.issuer())
                .setParameter(2, assertion.subject())
                .getResultList()
                .isEmpty();
    }

    /**
     * @param account any account
     * @param issuers some of those in the configuration
     * @return whether its owner is known at one of them
     */
    public boolean isKnownAt(UUID account, Set<String> issuers) {
        List<?> found = entities.createNativeQuery("SELECT issuer FROM chronicles.identities WHERE user_id = ?1")
                .setParameter(1, account)
                .getResultList();
        return found.stream().anyMatch(issuers::contains);
    }

    /** A provider may call somebody anything, or nothing. */
    private static String name(String told) {
        String name = Optional.ofNullable(told).orElse("").strip();
        String cut = name.codePointCount(0, name.length()) <= LONGEST_NAME
                ? name
                : name.substring(0, name.offsetByCodePoints(0, LONGEST_NAME));
        return cut.length() >= 2 && cut.matches(Text.NAME) ? cut : "New member";
    }
}
