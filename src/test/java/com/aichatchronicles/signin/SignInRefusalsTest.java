package com.aichatchronicles.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.aichatchronicles.platform.audit.AuditFact;
import com.aichatchronicles.platform.errors.ApiException;
import com.aichatchronicles.platform.errors.ErrorCode;
import com.aichatchronicles.testing.FiredEvents;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SignInRefusalsTest {
    private static final UUID SOMEBODY = UUID.randomUUID();

    private final FiredEvents<AuditFact> fired = new FiredEvents<>();
    private final SignInRefusals refusals = new SignInRefusals();

    @Test
    void aRefusalIsNotedWithTheAccountThatWasTried() {
        attempt(ErrorCode.INVALID_CREDENTIALS);

        assertThat(fired.all())
                .containsExactly(AuditFact.refused("sign_in", "INVALID_CREDENTIALS")
                        .with("step", "password")
                        .on("user", SOMEBODY));
    }

    @Test
    void thatTheServerIsTooBusyIsNobodysRefusal() {
        attempt(ErrorCode.SERVICE_UNAVAILABLE);

        assertThat(fired.all()).isEmpty();
    }

    private void attempt(ErrorCode code) {
        refusals.facts = fired;
        assertThatExceptionOfType(ApiException.class)
                .isThrownBy(() -> refusals.noted("password", SOMEBODY, () -> {
                    throw new ApiException(code);
                }));
    }
}
