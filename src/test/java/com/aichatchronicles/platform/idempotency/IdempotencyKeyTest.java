package com.aichatchronicles.platform.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.aichatchronicles.platform.errors.ApiException;
import com.aichatchronicles.platform.errors.ErrorCode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdempotencyKeyTest {
    @ParameterizedTest
    @ValueSource(strings = {"k", "8e03978e-40d5-43dd-bc93-6894a57f9324", "!~", "a,b", "it's\"so", "a\\b"})
    void aPlainKeyIsTakenAsItIs(String header) {
        assertThat(IdempotencyKey.parse(List.of(header))).isEqualTo(header);
    }

    @Test
    void theQuotedFormOfTheDraftIsTheSameKey() {
        assertThat(IdempotencyKey.parse(List.of("\"8e03978e\""))).isEqualTo("8e03978e");
        assertThat(IdempotencyKey.parse(List.of("\"a\\\"b\\\\c\""))).isEqualTo("a\"b\\c");
    }

    @Test
    void aKeyOf255CharactersIsTheLongest() {
        String longest = "x".repeat(255);

        assertThat(IdempotencyKey.parse(List.of(longest))).isEqualTo(longest);
        assertThat(IdempotencyKey.parse(List.of('"' + longest + '"'))).isEqualTo(longest);
        assertThat(IdempotencyKey.parse(List.of('"' + "\\\"".repeat(255) + '"')))
                .hasSize(255);
        assertRefused(List.of(longest + "x"));
        assertRefused(List.of('"' + longest + "x\""));
        assertRefused(List.of("\"" + "x".repeat(1_000_000)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "a b",
                "a\tb",
                "schlüssel",
                "\u0001",
                "\"",
                "\"\"",
                "\"a",
                "\"a b\"",
                "\"a\\b\"",
                "\"a\";p=1"
            })
    void anythingElseIsRefused(String header) {
        assertRefused(List.of(header));
    }

    @Test
    void twoKeysAreRefused() {
        assertRefused(List.of("a", "b"));
    }

    private static void assertRefused(List<String> headers) {
        ApiException refusal = catchThrowableOfType(ApiException.class, () -> IdempotencyKey.parse(headers));
        assertThat(refusal.code()).isEqualTo(ErrorCode.IDEMPOTENCY_KEY_INVALID);
    }
}
