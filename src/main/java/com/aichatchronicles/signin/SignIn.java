package com.aichatchronicles.signin;

import com.aichatchronicles.accounts.AccountService;
import com.aichatchronicles.accounts.AccountView;
import com.aichatchronicles.accounts.AccountsConfig;
import com.aichatchronicles.accounts.Registration;
import com.aichatchronicles.accounts.UserView;
import com.aichatchronicles.devices.Device;
import com.aichatchronicles.devices.Guessing;
import com.aichatchronicles.passwords.Passwords;
import com.aichatchronicles.platform.errors.ApiException;
import com.aichatchronicles.platform.errors.ErrorCode;
import com.aichatchronicles.secondfactor.SecondFactorService;
import com.aichatchronicles.sessions.AccessTokens;
import com.aichatchronicles.sessions.Role;
import com.aichatchronicles.sessions.SessionService;
import com.aichatchronicles.sessions.SessionsConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
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
    Registering registering;

    @Inject
    EntryService entry;

    @Inject
    SessionService sessions;

    @Inject
    ChallengeService challenges;

    @Inject
    SecondFactorService factors;

    @Inject
    Passwords passwords;

    @Inject
    Guessing guessing;

    @Inject
    SignInRefusals refusals;

    @Inject
    AccessTokens tokens;

    @Inject
    SessionsConfig config;

    @Inject
    AccountsConfig settings;

    @Inject
    @Any
    Instance<RefreshGuard> guards;

    @Inject
    @Any
    Instance<PasswordRule> rules;

    private record Proved(UUID account, String hash) {}

    /**
     * @param registration validated
     * @param device where the person is
     * @return the new account, signed in
     * @throws ApiException USER_ALREADY_EXISTS; REGISTRATION_CLOSED where passwords make no accounts
     */
    public SignedIn register(Registration registration, Device device) {
        return answer(registering.register(registration, device), "User registered successfully");
    }

    /**
     * @param credentials as entered
     * @param device where the person is
     * @return the account, signed in, or a challenge where it has a second factor
     * @throws ApiException INVALID_CREDENTIALS, whatever the reason, after the same time; AUTH_RATE_LIMIT_EXCEEDED if
     *     too many tries were wrong; PASSWORD_SIGN_IN_CLOSED where passwords open nothing
     */
    public SignInAnswer signIn(Credentials credentials, Device device) {
        Proved proved = prove(credentials, device, false);
        return factors.isConfirmed(proved.account())
                ? challenge(proved)
                : answer(entry.enter(proved.account(), proved.hash(), device), "Login successful");
    }

    /**
     * The deprecated sign-in of the admin pages.
     *
     * @param credentials as entered
     * @param device where the person is
     * @return the admin with an access token, or a challenge where the account has a second factor
     * @throws ApiException INVALID_CREDENTIALS, also for somebody who is no admin; AUTH_RATE_LIMIT_EXCEEDED;
     *     PASSWORD_SIGN_IN_CLOSED
     */
    public SignInAnswer signInAsAdmin(Credentials credentials, Device device) {
        Proved proved = prove(credentials, device, true);
        if (factors.isConfirmed(proved.account())) {
            return challenge(proved);
        }
        EntryService.Entered entered = entry.enter(proved.account(), proved.hash(), device);
        UserView user = entered.data().user();
        AdminView admin =
                new AdminView(user.id(), user.email(), entered.data().profile().fullName(), user.role());
        return new AdminView.SignedIn(true, new AdminView.SignIn(admin, token(entered)), "Login successful");
    }

    /**
     * The second step of a sign-in.
     *
     * @param answer the challenge with a code
     * @param device where the person is
     * @return the account, signed in
     * @throws ApiException CHALLENGE_INVALID, SECOND_FACTOR_INVALID, AUTH_RATE_LIMIT_EXCEEDED or
     *     PASSWORD_SIGN_IN_CLOSED
     */
    public SignedIn finish(ChallengeAnswer answer, Device device) {
        refusals.noted("code", null, this::requirePasswords);
        UUID account = refusals.noted("code", null, () -> challenges.find(answer.challenge()));
        EntryService.Entered entered = refusals.noted("code", account, () -> redeem(account, answer, device));
        return answer(entered, "Login successful");
    }

    /**
     * @param refreshToken as presented
     * @return a new pair of tokens
     * @throws ApiException TOKEN_REFRESH_ERROR, or what a {@link RefreshGuard} says
     */
    public SignedIn refresh(String refreshToken) {
        SessionService.Opened session = refusals.noted("refresh", null, () -> prolong(refreshToken));
        UUID account = session.userId();
        AccountView data = refusals.noted("refresh", account, () -> accounts.refreshed(account));
        return answer(new EntryService.Entered(data, session), "Token refreshed successfully");
    }

    /**
     * @param entered who has just come in by another way than a password
     * @return what the client gets
     */
    public SignedIn welcome(EntryService.Entered entered) {
        return answer(entered, "Login successful");
    }

    private Proved prove(Credentials credentials, Device device, boolean adminsOnly) {
        refusals.noted("password", null, this::requirePasswords);
        Optional<AccountService.Proof> proof = accounts.lookupProof(credentials.email());
        UUID account = proof.map(AccountService.Proof::id).orElse(null);
        return refusals.noted("password", account, () -> prove(proof, credentials, device, adminsOnly));
    }

    private Proved prove(
            Optional<AccountService.Proof> proof, Credentials credentials, Device device, boolean adminsOnly) {
        Guessing.Try attempt = guessing.atPassword(
                Registration.normal(credentials.email()), proof.map(AccountService.Proof::id), device);
        String hash = proof.map(AccountService.Proof::passwordHash).orElse(null);
        boolean admissible = proof.filter(AccountService.Proof::mayEnter)
                .filter(known -> !adminsOnly || known.role() == Role.ADMIN)
                .filter(known -> rules.stream().allMatch(rule -> rule.permits(known.id())))
                .isPresent();
        if (!passwords.matches(credentials.password(), hash, admissible)) {
            throw new ApiException(ErrorCode.INVALID_CREDENTIALS);
        }
        guessing.succeeded(attempt);
        return new Proved(proof.orElseThrow().id(), current(proof.get().id(), credentials.password(), hash));
    }

    private SessionService.Opened prolong(String refreshToken) {
        sessions.lookup(refreshToken).ifPresent(session -> guards.forEach(guard -> guard.check(session)));
        return sessions.refresh(refreshToken);
    }

    /** Before anything else, so that nobody is told whether a password would have been right. */
    private boolean requirePasswords() {
        settings.requirePasswordSignIn();
        return true;
    }

    private EntryService.Entered redeem(UUID account, ChallengeAnswer answer, Device device) {
        Guessing.Try code = guessing.atCode(account, device);
        EntryService.Entered entered = challenges.redeem(answer.challenge(), answer.code(), device);
        guessing.succeeded(code);
        return entered;
    }

    /** @return the hash that the password has from now on */
    private String current(UUID account, String password, String hash) {
        if (passwords.isCurrent(hash)) {
            return hash;
        }
        String newHash = passwords.hash(password);
        accounts.rehash(account, hash, newHash);
        return newHash;
    }

    private ChallengeView challenge(Proved proved) {
        String challenge = challenges.open(proved.account(), proved.hash());
        return ChallengeView.of(challenge, ChallengeService.LIFETIME.toSeconds());
    }

    private SignedIn answer(EntryService.Entered entered, String message) {
        long seconds = config.accessTokenLifetime().toSeconds();
        String refreshToken = entered.session().refreshToken();
        return new SignedIn(true, entered.data(), token(entered), refreshToken, seconds, message);
    }

    private String token(EntryService.Entered entered) {
        UserView user = entered.data().user();
        UUID session = entered.session().sessionId();
        return tokens.issue(user.id(), user.email(), Role.of(user.role()), session);
    }
}
