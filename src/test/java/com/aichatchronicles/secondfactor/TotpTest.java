package com.aichatchronicles.secondfactor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {
    /** The secret of RFC 6238, appendix B: the ASCII text 12345678901234567890, in Base32. */
    private static final String SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    @ParameterizedTest
    @CsvSource({"59,287082", "1111111109,081804", "1111111111,050471", "1234567890,005924", "20000000000,353130"})
    void theCodesAreThoseOfTheStandard(long seconds, String code) {
        assertThat(Totp.step(SECRET, code, Instant.ofEpochSecond(seconds))).hasValue(seconds / 30);
    }

    @Test
    void aClockMayBeOffByOneStepAndNoMore() {
        assertThat(Totp.step(SECRET, "081804", Instant.ofEpochSecond(1111111049)))
                .isEmpty();
        assertThat(Totp.step(SECRET, "081804", Instant.ofEpochSecond(1111111050)))
                .hasValue(37037036);
        assertThat(Totp.step(SECRET, "081804", Instant.ofEpochSecond(1111111139)))
                .hasValue(37037036);
        assertThat(Totp.step(SECRET, "081804", Instant.ofEpochSecond(1111111140)))
                .isEmpty();
    }

    @Test
    void aCodeIsTakenOnceAndNoOlderOneAfterIt() {
        SecondFactor factor = new SecondFactor(UUID.randomUUID(), SECRET, Instant.EPOCH);

        assertThat(factor.take(7)).isTrue();
        assertThat(factor.take(7)).isFalse();
        assertThat(factor.take(6)).isFalse();
        assertThat(factor.take(8)).isTrue();
    }

    @Test
    void aSecretHas160BitsAndIsNeverTheSame() {
        assertThat(Totp.newSecret()).matches("[A-Z2-7]{32}").isNotEqualTo(Totp.newSecret());
    }

    @Test
    void anAuthenticatorReadsTheUri() {
        assertThat(Totp.uri(SECRET, "a+b@example.org").toString())
                .startsWith("otpauth://totp/AI%20Chat%20Chronicles:a%2Bb%40example.org?")
                .contains("secret=" + SECRET, "issuer=AI%20Chat%20Chronicles", "digits=6", "period=30");
    }
}
