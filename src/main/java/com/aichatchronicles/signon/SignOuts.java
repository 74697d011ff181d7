package com.aichatchronicles.signon;

import com.aichatchronicles.accounts.AccountReclaimed;
import com.aichatchronicles.sessions.SignedOutEverywhere;
import com.aichatchronicles.signon.identities.IdentityService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** Hears, in their transactions, what takes the ways into an account from those who have no right to them any more. */
@ApplicationScoped
public class SignOuts {
    @Inject
    StateService states;

    @Inject
    ArrivalService arrivals;

    @Inject
    IdentityService identities;

    /** Whoever is on the way in would else come in after all, or link what they began to with the former password. */
    void on(@Observes SignedOutEverywhere account) {
        states.forget(account.userId());
        arrivals.forget(account.userId());
    }

    void on(@Observes AccountReclaimed account) {
        identities.unlinkAll(account.id());
    }
}
