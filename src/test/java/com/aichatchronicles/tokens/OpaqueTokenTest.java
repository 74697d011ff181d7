package com.aichatchronicles.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OpaqueTokenTest {
    @Test
    void aTokenHas256BitsInLettersThatNeedNoEscape() {
        assertThat(OpaqueToken.next()).matches("[A-Za-z0-9_-]{43}");
    }

    @Test
    void noTwoTokensAreTheSame() {
        assertThat(Stream.generate(OpaqueToken::next).limit(1000)).doesNotHaveDuplicates();
    }

    @Test
    void theHashIsSha256() {
        assertThat(OpaqueToken.hash("abc")).isEqualTo("ungWv48Bz-pBQUDeXa4iI7ADYaOWF3qctBD_YfIAFa0");
    }
}
