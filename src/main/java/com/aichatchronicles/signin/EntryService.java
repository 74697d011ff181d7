package com.aichatchronicles.signin;

import com.aichatchronicles.accounts.AccountService;
import com.aichatchronicles.accounts.AccountView;
import com.aichatchronicles.accounts.Registration;
import com.aichatchronicles.devices.Device;
import com.aichatchronicles.devices.DeviceService;
import com.aichatchronicles.platform.audit.AuditFact;
import com.aichatchronicles.platform.audit.AuditParty;
import com.aichatchronicles.sessions.Role;
import com.aichatchronicles.sessions.SessionService;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.UUID;

/** Lets people in who have just proved who they are: all that belongs to that, in one transaction. */
@Stateless
public class EntryService {
    @Inject
    AccountService accounts;

    @Inject
    SessionService sessions;

    @Inject
    DeviceService devices;

    @Inject
    Event<AuditFact> facts;

    /**
     * Somebody who is in.
     *
     * @param data the account and its profile
     * @param session the session with its first refresh token
     */
    public record Entered(AccountView data, SessionService.Opened session) {}

    /**
     * Makes an account and signs it in.
     *
     * @throws com.aichatchronicles.platform.errors.ApiException USER_ALREADY_EXISTS
     */
    public Entered register(Registration registration, String passwordHash, Device device) {
        return open(accounts.create(registration, passwordHash, Role.USER), device);
    }

    /**
     * @param account whose password was right
     * @param provedHash the hash that it was checked against
     * @param device where they are; known from now on
     * @return who is in
     * @throws com.aichatchronicles.platform.errors.ApiException INVALID_CREDENTIALS if the account was deleted, or its
     *     password changed, meanwhile
     */
    public Entered enter(UUID account, String provedHash, Device device) {
        return open(accounts.signedIn(account, provedHash), device);
    }

    /**
     * @param account for whom a provider vouches
     * @param device where they are; known from now on
     * @return who is in
     * @throws com.aichatchronicles.platform.errors.ApiException INVALID_CREDENTIALS if the account was deleted or
     *     banned meanwhile
     */
    public Entered enter(UUID account, Device device) {
        return open(accounts.signedIn(account), device);
    }

    private Entered open(AccountView data, Device device) {
        UUID account = data.user().id();
        devices.remember(account, device);
        facts.fire(AuditFact.done("sign_in").by(AuditParty.user(account)).on("user", account));
        return new Entered(data, sessions.open(account, device));
    }
}
