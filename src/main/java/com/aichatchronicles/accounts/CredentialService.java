package com.aichatchronicles.accounts;

import com.aichatchronicles.devices.DeviceService;
import com.aichatchronicles.passwords.PasswordRules;
import com.aichatchronicles.platform.errors.ApiException;
import com.aichatchronicles.platform.errors.Causes;
import com.aichatchronicles.platform.errors.ErrorCode;
import com.aichatchronicles.sessions.SessionService;
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

/** The address and the password of an account, for those who have made sure that its owner wants them changed. */
@Stateless
public class CredentialService {
    @PersistenceContext
    EntityManager entities;

    @Inject
    SessionService sessions;

    @Inject
    DeviceService devices;

    @Inject
    Event<PasswordChanged> passwordChanged;

    @Inject
    Event<AccountReclaimed> reclaimed;

    @Inject
    Clock clock;

    /**
     * @param email in any case
     * @return whose address it is, empty if nobody's
     */
    public Optional<Holder> lookup(String email) {
        return entities.createNamedQuery(Account.BY_EMAIL, Account.class)
                .setParameter("email", Registration.normal(email))
                .getResultStream()
                .findFirst()
                .map(this::holder);
    }

    /**
     * @param id an account
     * @return whose it is, empty if it is gone
     */
    public Optional<Holder> lookup(UUID id) {
        return Optional.ofNullable(entities.find(Account.class, id)).map(this::holder);
    }

    /**
     * @param id an account
     * @return whether its owner may choose a password
     */
    public boolean mayHavePassword(UUID id) {
        return Optional.ofNullable(entities.find(Account.class, id))
                .filter(Account::mayHavePassword)
                .isPresent();
    }

    /** @return whether the account has a password, also if it is gone */
    public boolean hasPassword(UUID id) {
        return Optional.ofNullable(entities.find(Account.class, id))
                .map(account -> account.passwordHash() != null
                        && !account.passwordHash().isEmpty())
                .orElse(true);
    }

    /** @return whose password is held to the rules, empty if the account is gone */
    public Optional<PasswordRules.Owner> lookupOwner(UUID id) {
        return Optional.ofNullable(entities.find(Profile.class, id)).map(Profile::owner);
    }

    /**
     * Notes that the owner of an account reads the mails to an address.
     *
     * @param id the account
     * @param address that of the account, unless it was changed meanwhile: then nothing is noted
     */
    public void confirmEmail(UUID id, String address) {
        lock(id).filter(account -> account.email().equals(address) && !account.isEmailConfirmed())
                .ifPresent(account -> account.confirmEmail(clock.instant()));
    }

    /**
     * Gives an account another address, which its owner has proved to be theirs.
     *
     * @param id the account
     * @param address in lower case
     * @return whose account it was until now, with the address of before; empty if it is gone
     * @throws ApiException USER_ALREADY_EXISTS if somebody else has taken the address meanwhile
     */
    public Optional<Holder> changeEmail(UUID id, String address) {
        if (lookup(address).filter(owner -> !owner.id().equals(id)).isPresent()) {
            throw new ApiException(ErrorCode.USER_ALREADY_EXISTS);
        }
        Optional<Account> found = lock(id);
        Optional<Holder> before = found.map(this::holder);
        found.ifPresent(account -> {
            account.moveTo(address, clock.instant());
            entities.find(Profile.class, id).moveTo(address);
        });
        try {
            entities.flush();
        } catch (PersistenceException e) {
            throw Causes.isDuplicate(e) ? new ApiException(ErrorCode.USER_ALREADY_EXISTS, e) : e;
        }
        return before;
    }

    /**
     * Gives an account another password, signs it out everywhere and makes all devices strangers.
     *
     * @param id the account; one that is gone, or has its sign-in elsewhere, is left alone
     * @param hash the encoded hash of the new password
     */
    public void replacePassword(UUID id, String hash) {
        lock(id).filter(Account::mayHavePassword).ifPresent(account -> {
            account.changePassword(hash, clock.instant());
            sessions.endAll(id);
            devices.forget(id);
            passwordChanged.fire(new PasswordChanged(id));
        });
    }

    /**
     * Gives an account to whoever reads the mails to its address: they have just shown that. If nobody had shown it
     * before, the account may have been made by somebody else, who loses every way into it.
     *
     * @param id the account
     * @param address that was shown to be theirs
     * @param hash the encoded hash of the new password, null for none
     */
    public void reclaim(UUID id, String address, String hash) {
        boolean known = lock(id).filter(Account::isEmailConfirmed).isPresent();
        confirmEmail(id, address);
        replacePassword(id, hash);
        if (!known) {
            sessions.endAll(id);
            reclaimed.fire(new AccountReclaimed(id));
        }
    }

    private Optional<Account> lock(UUID id) {
        return Optional.ofNullable(entities.find(Account.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    private Holder holder(Account account) {
        Instant now = clock.instant();
        Profile profile = entities.find(Profile.class, account.id());
        return new Holder(
                account.id(),
                account.email(),
                profile == null ? null : profile.fullName(),
                account.isEmailConfirmed(),
                account.mayEnterAt(now));
    }
}
