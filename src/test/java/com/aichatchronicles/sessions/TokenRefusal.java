package com.aichatchronicles.sessions;

import static com.aichatchronicles.testing.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import com.aichatchronicles.platform.errors.ErrorCode;
import com.aichatchronicles.testing.Answer;
import com.aichatchronicles.testing.Api;

/** Asks for something that needs a token, and compares the refusal whole. */
final class TokenRefusal {
    static final String PROTECTED = "/api/v1/auth/me";

    private TokenRefusal() {}

    static void assertInvalid(Api caller) {
        Answer answer = caller.get(PROTECTED);
        assertRefused(answer, ErrorCode.INVALID_TOKEN);
        assertThat(answer.header("WWW-Authenticate"))
                .isEqualTo("Bearer realm=\"aichatchronicles\", error=\"invalid_token\","
                        + " error_description=\"The access token is not valid\"");
    }
}
