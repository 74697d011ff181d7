package com.aichatchronicles.accounts;

import com.aichatchronicles.platform.errors.ApiException;
import com.aichatchronicles.platform.errors.Causes;
import com.aichatchronicles.platform.errors.ErrorCode;
import com.aichatchronicles.platform.persistence.NewId;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Accounts and profiles in the database. */
@Stateless
public class AccountService {
    @PersistenceContext
    EntityManager entities;

    @Inject
    Clock clock;

    @Inject
    Event<AccountRegistered> registered;

    /**
     * What a sign-in is checked against.
     *
     * @param id the account
     * @param passwordHash may be null
     * @param mayEnter false while the account is banned
     * @param role what the account may do
     */
    public record Proof(UUID id, String passwordHash, boolean mayEnter, Role role) {
        @Override
        public String toString() {
            return "Proof[" + id + "]"; // the hash must not reach a log
        }
    }

    /**
     * Makes an account; the database makes its profile.
     *
     * @param registration validated
     * @param passwordHash the encoded hash of its password
     * @param role what the account may do
     * @return the account and its profile
     * @throws ApiException USER_ALREADY_EXISTS if the address or the username is taken, in any case
     */
    public SignedIn.Data create(Registration registration, String passwordHash, Role role) {
        Instant now = clock.instant();
        UUID id = NewId.next();
        requireFreeUsername(registration.username(), id);
        if (lookup(registration.email()).isPresent()) {
            throw new ApiException(ErrorCode.USER_ALREADY_EXISTS);
        }
        Account account = new Account(id, registration, passwordHash, role, now);
        if (role == Role.ADMIN) {
            account.confirmEmail(now);
        }
        account.signedIn(now);
        try {
            entities.persist(account);
            entities.flush();
        } catch (PersistenceException e) {
            throw Causes.isDuplicate(e) ? new ApiException(ErrorCode.USER_ALREADY_EXISTS, e) : e;
        }
        if (!account.isEmailConfirmed()) {
            registered.fire(new AccountRegistered(id, account.email()));
        }
        return new SignedIn.Data(account.view(), requireProfile(id).view());
    }

    /**
     * @param email in any case
     * @return what to check the password against, empty if nobody has that address
     */
    public Optional<Proof> lookupProof(String email) {
        Instant now = clock.instant();
        return lookup(email)
                .map(account ->
                        new Proof(account.id(), account.passwordHash(), account.mayEnterAt(now), account.role()));
    }

    /**
     * Notes a sign-in.
     *
     * @param id the account
     * @param newHash replaces the stored hash unless null
     * @return the account and its profile
     * @throws ApiException INVALID_CREDENTIALS if the account has been deleted meanwhile
     */
    public SignedIn.Data signedIn(UUID id, String newHash) {
        Account account = lookup(id).orElseThrow(() -> new ApiException(ErrorCode.INVALID_CREDENTIALS));
        account.signedIn(clock.instant());
        if (newHash != null) {
            account.rehash(newHash);
        }
        return new SignedIn.Data(account.view(), requireProfile(id).view());
    }

    /**
     * @param id an account
     * @return the account and its profile
     * @throws ApiException TOKEN_REFRESH_ERROR if the account may not sign in any more
     */
    public SignedIn.Data refreshed(UUID id) {
        Account account = lookup(id)
                .filter(known -> known.mayEnterAt(clock.instant()))
                .orElseThrow(() -> new ApiException(ErrorCode.TOKEN_REFRESH_ERROR));
        return new SignedIn.Data(account.view(), requireProfile(id).view());
    }

    /**
     * @param id an account
     * @return its profile
     * @throws ApiException PROFILE_NOT_FOUND
     */
    public ProfileView findProfile(UUID id) {
        return requireProfile(id).view();
    }

    /**
     * @param id the caller's account
     * @param changes validated
     * @return the profile afterwards
     * @throws ApiException USER_ALREADY_EXISTS if the username is taken
     */
    public ProfileView editProfile(UUID id, ProfileEdit changes) {
        requireFreeUsername(changes.username(), id);
        Profile profile = requireProfile(id);
        profile.edit(changes);
        try {
            entities.flush();
        } catch (PersistenceException e) {
            throw Causes.isDuplicate(e) ? new ApiException(ErrorCode.USER_ALREADY_EXISTS, e) : e;
        }
        entities.refresh(profile); // the database sets updated_at
        return profile.view();
    }

    private Optional<Account> lookup(UUID id) {
        return Optional.ofNullable(entities.find(Account.class, id)); // it may have been deleted a moment ago
    }

    private Optional<Account> lookup(String email) {
        return entities.createNamedQuery(Account.BY_EMAIL, Account.class)
                .setParameter("email", Registration.normal(email))
                .getResultStream()
                .findFirst();
    }

    /** The table's own constraint tells upper from lower case, so two spellings at once are put in order by a lock. */
    private void requireFreeUsername(String username, UUID owner) {
        if (username == null) {
            return;
        }
        String folded = username.toLowerCase(Locale.ROOT);
        entities.createNativeQuery("SELECT pg_advisory_xact_lock(hashtextextended(?1, 0))")
                .setParameter(1, "username:" + folded)
                .getSingleResult();
        long taken = entities.createNamedQuery(Profile.USERNAME_TAKEN, Long.class)
                .setParameter("username", folded)
                .setParameter("owner", owner)
                .getSingleResult();
        if (taken > 0) {
            throw new ApiException(ErrorCode.USER_ALREADY_EXISTS);
        }
    }

    private Profile requireProfile(UUID id) {
        Profile profile = entities.find(Profile.class, id);
        if (profile == null) {
            throw new ApiException(ErrorCode.PROFILE_NOT_FOUND);
        }
        return profile;
    }
}
