package com.aichatchronicles.platform.admission;

import static org.assertj.core.api.Assertions.assertThat;

import com.aichatchronicles.platform.admission.AdmissionQueue.Entry;
import org.junit.jupiter.api.Test;

class AdmissionQueueTest {
    private final AdmissionQueue<String> queue = new AdmissionQueue<>(1, 2);

    @Test
    void whoeverComesFirstIsServedFirst() {
        assertThat(queue.enter(() -> "Ann")).isEqualTo(Entry.ADMITTED);
        assertThat(queue.enter(() -> "Ben")).isEqualTo(Entry.WAITING);
        assertThat(queue.enter(() -> "Cleo")).isEqualTo(Entry.WAITING);

        assertThat(queue.leave()).contains("Ben");
        assertThat(queue.leave()).contains("Cleo");
        assertThat(queue.leave()).isEmpty();
    }

    @Test
    void aPlaceThatNobodyTakesIsFree() {
        queue.enter(() -> "Ann");
        queue.leave();

        assertThat(queue.enter(() -> "Ben")).isEqualTo(Entry.ADMITTED);
        assertThat(queue.enter(() -> "Cleo")).isEqualTo(Entry.WAITING);
    }

    @Test
    void moreThanMayWaitAreTurnedAway() {
        queue.enter(() -> "Ann");
        queue.enter(() -> "Ben");
        queue.enter(() -> "Cleo");

        assertThat(queue.enter(() -> "Dan")).isEqualTo(Entry.FULL);
        assertThat(queue.leave()).contains("Ben");
        assertThat(queue.enter(() -> "Eve")).isEqualTo(Entry.WAITING);
    }

    @Test
    void whoeverWaitedForTooLongIsNotCalled() {
        queue.enter(() -> "Ann");
        queue.enter(() -> "Ben");
        queue.enter(() -> "Cleo");

        assertThat(queue.dismiss("Cleo"::equals))
                .as("came later than one who is not late")
                .isEmpty();
        assertThat(queue.dismiss("Ben"::equals)).contains("Ben");
        assertThat(queue.dismiss("Ben"::equals)).isEmpty();
        assertThat(queue.leave()).contains("Cleo");
    }
}
