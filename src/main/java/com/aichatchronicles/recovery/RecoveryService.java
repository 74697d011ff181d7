package com.aichatchronicles.recovery;

import com.aichatchronicles.accounts.CredentialService;
import com.aichatchronicles.accounts.Holder;
import com.aichatchronicles.accounts.Registration;
import com.aichatchronicles.mail.MailQueueService;
import com.aichatchronicles.mail.NewMail;
import com.aichatchronicles.platform.errors.ApiException;
import com.aichatchronicles.platform.errors.ErrorCode;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Links by mail, and what their codes do. */
@Stateless
public class RecoveryService {
    @Inject
    CredentialService accounts;

    @Inject
    CodeService codes;

    @Inject
    MailQueueService mails;

    /**
     * Asks for a link that verifies an address. Does the same work whether anybody has the address or not.
     *
     * @param email in any case
     */
    public void requestVerification(String email) {
        mails.post(new NewMail(VerificationMail.NAME, null, Registration.normal(email), Map.of()));
    }

    /**
     * Asks for a link that resets a password. Does the same work whether anybody has the address or not.
     *
     * @param email in any case
     */
    public void requestReset(String email) {
        mails.post(new NewMail(ResetMail.NAME, null, Registration.normal(email), Map.of()));
    }

    /**
     * Uses a code that verifies the address of an account, or gives it the one that was asked for.
     *
     * @param code as presented
     * @throws ApiException ONE_TIME_TOKEN_INVALID; USER_ALREADY_EXISTS if somebody else has taken the address meanwhile
     */
    public void verify(String code) {
        Redeemed proof = codes.redeem(code, Set.of(Purpose.VERIFY_EMAIL, Purpose.CHANGE_EMAIL));
        if (proof.purpose() == Purpose.VERIFY_EMAIL) {
            accounts.confirmEmail(proof.accountId(), proof.address());
            return;
        }
        Optional<Holder> before = accounts.changeEmail(proof.accountId(), proof.address());
        codes.voidAll(proof.accountId()); // a link to reset the password may lie in a mailbox that is no longer theirs
        before.ifPresent(holder -> tell(holder, Notice.EMAIL_CHANGED, proof.address()));
    }

    /**
     * Uses a code to set a password. Whoever has the code reads the mails to the address, so that it is verified too.
     *
     * @param code as presented
     * @param hash the encoded hash of the new password
     * @throws ApiException ONE_TIME_TOKEN_INVALID
     */
    public void setPassword(String code, String hash) {
        Redeemed proof = codes.redeem(code, Set.of(Purpose.RESET_PASSWORD));
        accounts.reclaim(proof.accountId(), proof.address(), hash);
    }

    /**
     * Sends a link to an address that an account is to have, and a notice to the one that it has.
     *
     * @param accountId whose owner has just given the password
     * @param email in any case
     * @throws ApiException USER_ALREADY_EXISTS if the address is taken, also by this account
     */
    public void requestEmailChange(UUID accountId, String email) {
        String address = Registration.normal(email);
        if (accounts.lookup(address).isPresent()) {
            throw new ApiException(ErrorCode.USER_ALREADY_EXISTS);
        }
        mails.withdraw(accountId, EmailChangeMail.NAME);
        mails.post(new NewMail(EmailChangeMail.NAME, accountId, address, Map.of()));
        accounts.lookup(accountId).ifPresent(holder -> tell(holder, Notice.EMAIL_CHANGE_REQUESTED, address));
    }

    private void tell(Holder holder, String kind, String newAddress) {
        Map<String, String> details = Notice.details(holder, "newAddress", newAddress);
        mails.post(new NewMail(kind, holder.id(), holder.email(), details));
    }
}
