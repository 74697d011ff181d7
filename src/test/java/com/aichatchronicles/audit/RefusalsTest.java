package com.aichatchronicles.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.aichatchronicles.platform.audit.AuditFact;
import com.aichatchronicles.platform.audit.AuditParty;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RefusalsTest {
    private static final AuditFact WRONG = AuditFact.refused("sign_in", "INVALID_CREDENTIALS");
    private static final Duration A_MINUTE = Duration.ofSeconds(61);

    private final Refusals refusals = new Refusals();

    @Test
    void theFirstIsWrittenAtOnceAndTheOthersOfAMinuteAsOne() {
        for (int i = 0; i < 10; i++) {
            refuse(WRONG, "192.0.2.1");
        }

        assertThat(refusals.due(Instant.now())).extracting(AuditEntry::times).containsExactly(1);
        assertThat(refusals.due(Instant.now())).isEmpty();
        List<AuditEntry> later = refusals.due(Instant.now().plus(A_MINUTE));
        assertThat(later).extracting(AuditEntry::times).containsExactly(9);
        assertThat(later).extracting(AuditEntry::address).containsExactly("192.0.2.1");
        assertThat(refusals.due(Instant.now().plus(A_MINUTE))).isEmpty();
    }

    @Test
    void oneAloneIsNotWrittenTwice() {
        refuse(WRONG, "192.0.2.1");

        assertThat(refusals.due(Instant.now().plus(A_MINUTE))).hasSize(1);
    }

    @Test
    void otherAddressesAndReasonsAreToldApart() {
        refuse(WRONG, "192.0.2.1");
        refuse(WRONG, "192.0.2.2");
        refuse(AuditFact.refused("sign_in", "AUTH_RATE_LIMIT_EXCEEDED"), "192.0.2.1");
        refuse(AuditFact.refused("access", "FORBIDDEN"), "192.0.2.1");

        assertThat(refusals.due(Instant.now())).hasSize(4);
    }

    @Test
    void aFloodFromEverywhereTakesNoMoreRowsThanThereIsRoomFor() {
        int flood = 10_000;
        for (int i = 0; i < flood; i++) {
            refuse(WRONG, "2001:db8::" + Integer.toHexString(i));
        }

        List<AuditEntry> written = refusals.due(Instant.now().plus(A_MINUTE));

        assertThat(written).hasSize(Refusals.MOST_OF_ACTION + 1);
        assertThat(written.stream().mapToInt(AuditEntry::times).sum()).isEqualTo(flood);
        assertThat(written.get(Refusals.MOST_OF_ACTION).action()).isEqualTo("various");
    }

    @Test
    void aFloodOfOneActionLeavesRoomForTheOthers() {
        AuditFact limited = AuditFact.refused("rate_limit.general", "RATE_LIMIT_EXCEEDED");
        for (int i = 0; i < 1000; i++) {
            refuse(limited, "2001:db8::" + Integer.toHexString(i));
        }

        refuse(WRONG, "192.0.2.1");

        assertThat(refusals.due(Instant.now())).extracting(AuditEntry::action).contains("sign_in");
    }

    @Test
    void allFloodsTogetherTakeNoMoreRowsThanThereIsRoomFor() {
        for (int i = 0; i < 1000; i++) {
            for (String action : List.of("sign_in", "access", "rate_limit.auth")) {
                refuse(AuditFact.refused(action, "CODE"), "2001:db8::" + Integer.toHexString(i));
            }
        }

        assertThat(refusals.due(Instant.now().plus(A_MINUTE))).hasSize(Refusals.MOST_KINDS + 1);
    }

    private void refuse(AuditFact fact, String address) {
        refusals.add(fact, AuditEntry.of(fact, new AuditParty("anonymous", null), address, "request"));
    }
}
