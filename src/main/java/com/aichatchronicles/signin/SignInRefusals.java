package com.aichatchronicles.signin;

import com.aichatchronicles.platform.audit.AuditFact;
import com.aichatchronicles.platform.errors.ApiException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.function.Supplier;

/** Has the audit log keep who was not let in; that the server could not look is nobody's refusal. */
@ApplicationScoped
public class SignInRefusals {
    private static final int FAULT_OF_OURS = 500;

    @Inject
    Event<AuditFact> facts;

    /**
     * @param step which step of a sign-in it is
     * @param account whose, null where nobody has the address or that is not known yet
     * @param attempt the step
     * @return what the attempt returns
     */
    <T> T noted(String step, UUID account, Supplier<T> attempt) {
        try {
            return attempt.get();
        } catch (ApiException e) {
            if (e.code().status() < FAULT_OF_OURS) {
                AuditFact refusal =
                        AuditFact.refused("sign_in", e.code().name()).with("step", step);
                facts.fire(account == null ? refusal : refusal.on("user", account));
            }
            throw e;
        }
    }
}
