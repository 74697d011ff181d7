package com.aichatchronicles.accounts;

import com.aichatchronicles.platform.cache.Evictions;
import com.aichatchronicles.platform.cache.EvictsCache;
import com.aichatchronicles.platform.errors.ApiException;
import com.aichatchronicles.platform.errors.Causes;
import com.aichatchronicles.platform.errors.ErrorCode;
import com.aichatchronicles.platform.persistence.NewId;
import com.aichatchronicles.sessions.Role;
import com.aichatchronicles.usernames.UsernameService;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Accounts and profiles in the database. */
@Stateless
public class AccountService {
    private static final String RELEASE_ADDRESS = """
            UPDATE public.profiles p SET email = p.id || '@deleted.invalid'
              FROM auth.users a WHERE a.id = p.id AND a.deleted_at IS NOT NULL AND p.email = ?1""";

    @PersistenceContext
    EntityManager entities;

    @Inject
    UsernameService usernames;

    @Inject
    Clock clock;

    @Inject
    Event<AccountRegistered> registered;

    @Inject
    Evictions evictions;

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
     * @param passwordHash the encoded hash of its password, null for one without
     * @param role what the account may do
     * @return the account and its profile
     * @throws ApiException USER_ALREADY_EXISTS if the address is taken, in any case, or the username or one that
     *     looks like it
     */
    public AccountView create(Registration registration, String passwordHash, Role role) {
        Instant now = clock.instant();
        UUID id = NewId.next();
        if (registration.username() != null) {
            usernames.claim(registration.username(), id);
        }
        if (lookup(registration.email()).isPresent()) {
            throw new ApiException(ErrorCode.USER_ALREADY_EXISTS);
        }
        releaseAddress(registration.address());
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
        noteUsername(id, registration.username());
        return new AccountView(account.view(), requireProfile(id).view());
    }

    /**
     * @param email in any case
     * @return what to check the password against, empty if nobody has that address
     */
    public Optional<Proof> lookupProof(String email) {
        return lookup(email).map(this::proof);
    }

    /**
     * As {@link #lookupProof}, and nobody else changes the account until the transaction ends.
     *
     * @param id an account
     * @return what its password is checked against, empty if it is gone
     */
    public Optional<Proof> lockProof(UUID id) {
        return Optional.ofNullable(entities.find(Account.class, id, LockModeType.PESSIMISTIC_WRITE))
                .map(this::proof);
    }

    /**
     * Notes a sign-in.
     *
     * @param id the account
     * @param provedHash the hash that the password was checked against
     * @return the account and its profile
     * @throws ApiException INVALID_CREDENTIALS if the account was deleted, or its password changed, meanwhile
     */
    public AccountView signedIn(UUID id, String provedHash) {
        Account account = Optional.ofNullable(entities.find(Account.class, id, LockModeType.PESSIMISTIC_WRITE))
                .filter(known -> known.hasPassword(provedHash))
                .orElseThrow(() -> new ApiException(ErrorCode.INVALID_CREDENTIALS));
        account.signedIn(clock.instant());
        return new AccountView(account.view(), requireProfile(id).view());
    }

    /**
     * Notes a sign-in of somebody for whom a provider vouches.
     *
     * @param id the account
     * @return the account and its profile
     * @throws ApiException INVALID_CREDENTIALS if the account was deleted or banned meanwhile
     */
    public AccountView signedIn(UUID id) {
        Account account = Optional.ofNullable(entities.find(Account.class, id, LockModeType.PESSIMISTIC_WRITE))
                .filter(known -> known.mayEnterAt(clock.instant()))
                .orElseThrow(() -> new ApiException(ErrorCode.INVALID_CREDENTIALS));
        account.signedIn(clock.instant());
        return new AccountView(account.view(), requireProfile(id).view());
    }

    /**
     * Replaces a hash of an older kind by a new one of the same password, unless the password has changed meanwhile.
     *
     * @param id the account
     * @param provedHash the one that is there
     * @param newHash its successor
     */
    public void rehash(UUID id, String provedHash, String newHash) {
        Account account = entities.find(Account.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (account != null && account.hasPassword(provedHash)) {
            account.rehash(newHash);
        }
    }

    /**
     * @param id an account
     * @return the account and its profile
     * @throws ApiException TOKEN_REFRESH_ERROR if the account may not sign in any more
     */
    public AccountView refreshed(UUID id) {
        Account account = lookup(id)
                .filter(known -> known.mayEnterAt(clock.instant()))
                .orElseThrow(() -> new ApiException(ErrorCode.TOKEN_REFRESH_ERROR));
        return new AccountView(account.view(), requireProfile(id).view());
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
     * @throws ApiException USER_ALREADY_EXISTS if the username is taken, or one that looks like it
     */
    @EvictsCache
    public ProfileView editProfile(UUID id, ProfileEdit changes) {
        evictions.add(ProfileTags.any(), ProfileTags.one(id));
        if (changes.username() != null) {
            usernames.claim(changes.username(), id);
        }
        Profile profile = requireProfile(id);
        profile.edit(changes);
        try {
            entities.flush();
        } catch (PersistenceException e) {
            throw Causes.isDuplicate(e) ? new ApiException(ErrorCode.USER_ALREADY_EXISTS, e) : e;
        }
        noteUsername(id, changes.username());
        entities.refresh(profile); // the database sets updated_at
        return profile.view();
    }

    private Proof proof(Account account) {
        return new Proof(account.id(), account.passwordHash(), account.mayEnterAt(clock.instant()), account.role());
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

    /**
     * An account that Supabase deleted softly keeps its row, and its profile the address; neither is in use any more,
     * so the address is free for others.
     */
    private void releaseAddress(String email) {
        entities.createNativeQuery(RELEASE_ADDRESS).setParameter(1, email).executeUpdate();
    }

    private void noteUsername(UUID id, String username) {
        if (username != null) {
            usernames.note(id, username);
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
