package com.aichatchronicles.signin;

import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.util.List;

/** The answer to a right password that is not enough: no tokens yet, but what to get them with. */
@JsonbPropertyOrder({"success", "data", "message"})
public record ChallengeView(boolean success, Data data, String message) implements SignInAnswer {
    /**
     * What {@code POST /auth/second-factor} takes together with a code.
     *
     * @param challenge known to nobody else
     * @param expiresIn seconds
     * @param methods the kinds of codes that are taken
     */
    public record Data(String challenge, long expiresIn, List<String> methods) {
        @Override
        public String toString() {
            return "Data[]"; // the challenge must not reach a log
        }
    }

    static ChallengeView of(String challenge, long seconds) {
        return new ChallengeView(
                true,
                new Data(challenge, seconds, List.of("totp", "recovery_code")),
                "Please enter the code of your second factor");
    }
}
