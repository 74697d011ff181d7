package com.aichatchronicles.accounts;

import com.aichatchronicles.platform.errors.ApiException;
import com.aichatchronicles.platform.errors.ErrorCode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;

/**
 * Registering, signing in and refreshing. Has no transaction of its own: hashing a password takes tens of milliseconds,
 * and no database connection may be held meanwhile.
 */
@ApplicationScoped
public class SignIn {
    @Inject
    AccountService accounts;

    @Inject
    SessionService sessions;

    @Inject
    Passwords passwords;

    @Inject
    AccessTokens tokens;

    @Inject
    AccountsConfig config;

    /**
     * @param registration validated
     * @param device where the person is
     * @return the new account, signed in
     * @throws ApiException USER_ALREADY_EXISTS
     */
    public SignedIn register(Registration registration, Device device) {
        String hash = passwords.hash(registration.password());
        SignedIn.Data data = accounts.create(registration, hash, Role.USER);
        return answer(data, sessions.open(data.user().id(), device), "User registered successfully");
    }

    /**
     * @param credentials as entered
     * @param device where the person is
     * @return the account, signed in
     * @throws ApiException INVALID_CREDENTIALS, whatever the reason, after the same time
     */
    public SignedIn signIn(Credentials credentials, Device device) {
        SignedIn.Data data = prove(credentials, false);
        return answer(data, sessions.open(data.user().id(), device), "Login successful");
    }

    /**
     * The deprecated sign-in of the admin pages.
     *
     * @param credentials as entered
     * @param device where the person is
     * @return the admin with an access token
     * @throws ApiException INVALID_CREDENTIALS, also for somebody who is no admin
     */
    public AdminView.SignIn signInAsAdmin(Credentials credentials, Device device) {
        SignedIn.Data data = prove(credentials, true);
        UUID session = sessions.open(data.user().id(), device).sessionId();
        UserView user = data.user();
        AdminView admin = new AdminView(user.id(), user.email(), data.profile().fullName(), user.role());
        return new AdminView.SignIn(admin, tokens.issue(user, session));
    }

    /**
     * @param refreshToken as presented
     * @return a new pair of tokens
     * @throws ApiException TOKEN_REFRESH_ERROR
     */
    public SignedIn refresh(String refreshToken) {
        SessionService.Opened session = sessions.refresh(refreshToken);
        return answer(accounts.refreshed(session.userId()), session, "Token refreshed successfully");
    }

    private SignedIn.Data prove(Credentials credentials, boolean adminsOnly) {
        Optional<AccountService.Proof> proof = accounts.lookupProof(credentials.email());
        String hash = proof.map(AccountService.Proof::passwordHash).orElse(null);
        boolean right = passwords.matches(credentials.password(), hash);
        if (!right
                || !proof.orElseThrow().mayEnter()
                || adminsOnly && proof.get().role() != Role.ADMIN) {
            throw new ApiException(ErrorCode.INVALID_CREDENTIALS);
        }
        String newHash = passwords.isCurrent(hash) ? null : passwords.hash(credentials.password());
        return accounts.signedIn(proof.get().id(), newHash);
    }

    private SignedIn answer(SignedIn.Data data, SessionService.Opened session, String message) {
        String token = tokens.issue(data.user(), session.sessionId());
        long seconds = config.accessTokenLifetime().toSeconds();
        return new SignedIn(true, data, token, session.refreshToken(), seconds, message);
    }
}
