package com.aichatchronicles.supabase;

import com.aichatchronicles.sessions.ForeignSessionEnded;
import com.aichatchronicles.sessions.SignedOutEverywhere;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** Hears of sign-outs, in their transactions. */
@ApplicationScoped
public class SignOuts {
    @Inject
    SupabaseSessionService sessions;

    void on(@Observes ForeignSessionEnded session) {
        sessions.end(session);
    }

    void on(@Observes SignedOutEverywhere account) {
        sessions.end(account);
    }
}
