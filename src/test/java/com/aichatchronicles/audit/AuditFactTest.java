package com.aichatchronicles.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aichatchronicles.platform.audit.AuditFact;
import com.aichatchronicles.platform.audit.AuditParty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuditFactTest {
    @ParameterizedTest
    @ValueSource(strings = {"", "Banned", "user banned", ".user", "user.", "user..banned", "user;banned"})
    void anActionIsAWord(String action) {
        assertThatThrownBy(() -> AuditFact.done(action)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aDetailThatIsNotThereIsLeftOut() {
        assertThat(AuditFact.done("act").with("what", null).details()).isEmpty();
    }

    @Test
    void aDetailThatIsTooLongIsCutBetweenCharacters() {
        String cut =
                AuditFact.done("act").with("what", "😀".repeat(1000)).details().get("what");

        assertThat(cut).isEqualTo("😀".repeat(300));
    }

    @Test
    void aPartyHasAKind() {
        assertThatThrownBy(() -> new AuditParty("No kind", null)).isInstanceOf(IllegalArgumentException.class);
    }
}
