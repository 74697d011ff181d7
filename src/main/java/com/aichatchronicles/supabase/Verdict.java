package com.aichatchronicles.supabase;

import com.aichatchronicles.platform.errors.ErrorCode;
import java.util.Optional;

/**
 * What became of a token.
 *
 * @param token what it says, empty if it is not good
 * @param refusal why it is not good, empty also where it is none of Supabase's
 */
record Verdict(Optional<SupabaseToken> token, Optional<ErrorCode> refusal) {
    /** Of what is none of Supabase's tokens. */
    static final Verdict FOREIGN = new Verdict(Optional.empty(), Optional.empty());

    static Verdict good(SupabaseToken token) {
        return new Verdict(Optional.of(token), Optional.empty());
    }

    static Verdict refused(ErrorCode code) {
        return new Verdict(Optional.empty(), Optional.of(code));
    }
}
