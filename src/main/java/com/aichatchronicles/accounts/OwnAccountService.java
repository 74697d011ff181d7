package com.aichatchronicles.accounts;

import com.aichatchronicles.devices.Device;
import com.aichatchronicles.devices.DeviceService;
import com.aichatchronicles.platform.errors.ApiException;
import com.aichatchronicles.platform.errors.ErrorCode;
import com.aichatchronicles.sessions.Caller;
import com.aichatchronicles.sessions.SessionService;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/** Changes that the owner of an account makes after having proved the password. */
@Stateless
public class OwnAccountService {
    @PersistenceContext
    EntityManager entities;

    @Inject
    SessionService sessions;

    @Inject
    DeviceService devices;

    @Inject
    StandingService standing;

    @Inject
    Event<PasswordChanged> passwordChanged;

    @Inject
    Clock clock;

    /**
     * Changes the password, ends all other sessions and makes all other devices strangers.
     *
     * @param caller whose session goes on
     * @param provedHash the hash that the password was checked against
     * @param newHash of the new one
     * @param device where they are
     * @throws ApiException INVALID_PASSWORD if the password has changed meanwhile
     */
    public void changePassword(Caller caller, String provedHash, String newHash, Device device) {
        Account account = require(caller.id(), provedHash);
        account.changePassword(newHash, clock.instant());
        sessions.endOthers(caller.id(), caller.sessionId());
        devices.forget(caller.id());
        devices.remember(caller.id(), device);
        passwordChanged.fire(new PasswordChanged(caller.id()));
    }

    /**
     * Deletes an account. Everything that is of this account goes with its row, by the foreign keys of the schema; what
     * stays is a note that names nobody.
     *
     * @param id the account
     * @param provedHash the hash that the password was checked against
     * @throws ApiException INVALID_PASSWORD if the password has changed, or the account was deleted, meanwhile;
     *     LAST_ADMIN
     */
    public void delete(UUID id, String provedHash) {
        standing.requireAnotherAdmin(id);
        require(id, provedHash);
        standing.delete(id);
    }

    private Account require(UUID id, String provedHash) {
        return Optional.ofNullable(entities.find(Account.class, id, LockModeType.PESSIMISTIC_WRITE))
                .filter(account -> account.hasPassword(provedHash))
                .orElseThrow(() -> new ApiException(ErrorCode.INVALID_PASSWORD));
    }
}
