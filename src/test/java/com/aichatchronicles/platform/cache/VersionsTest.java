package com.aichatchronicles.platform.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class VersionsTest {
    private static final int[] SLOT = {7};

    private final Versions versions = new Versions();

    @Test
    void nothingIsKnownAtFirst() {
        assertThat(versions.lacking(SLOT)).containsExactly(SLOT);
        assertThat(versions.since(versions.mark(), SLOT)).isEmpty();
    }

    @Test
    void anAnswerIsKeptUnderWhatWasKnownBefore() {
        learn(42);

        assertThat(versions.lacking(SLOT)).isEmpty();
        assertThat(versions.since(versions.mark(), SLOT)).contains(new Stamps(SLOT, new long[] {42}));
        assertThat(versions.areCurrent(new Stamps(SLOT, new long[] {42}))).isTrue();
        assertThat(versions.areCurrent(new Stamps(SLOT, new long[] {41}))).isFalse();
    }

    @Test
    void anAnswerIsNotKeptUnderWhatWasLearnedWhileItWasMade() {
        long mark = versions.mark();
        learn(42);

        assertThat(versions.since(mark, SLOT)).isEmpty();
    }

    @Test
    void whatIsLearnedAgainWhileAnAnswerIsMadeWasKnownBefore() {
        learn(42);
        long mark = versions.mark();
        learn(42);

        assertThat(versions.since(mark, SLOT)).contains(new Stamps(SLOT, new long[] {42}));
    }

    @Test
    void onlyWhatIsNotKnownIsWorthAsking() {
        learn(42);

        assertThat(versions.lacking(new int[] {6, 7, 8})).containsExactly(6, 8);
    }

    @Test
    void anAnswerIsNotKeptAfterAChange() {
        learn(42);
        long mark = versions.mark();
        versions.forget(7);
        learn(43);

        assertThat(versions.since(mark, SLOT)).isEmpty();
        assertThat(versions.areCurrent(new Stamps(SLOT, new long[] {42}))).isFalse();
    }

    @Test
    void whatRedisSaidBeforeAChangeIsNotLearned() {
        Object question = versions.question(7);
        versions.forget(7);
        versions.learn(7, question, 42, 0);

        assertThat(versions.lacking(SLOT)).containsExactly(SLOT);
        assertThat(versions.areCurrent(new Stamps(SLOT, new long[] {42}))).isFalse();
    }

    @Test
    void nothingIsKeptWhileAWriteIsOnItsWay() {
        versions.learn(7, versions.question(7), 42, TimeUnit.MINUTES.toNanos(1));

        assertThat(versions.lacking(SLOT)).isEmpty();
        assertThat(versions.since(versions.mark(), SLOT)).isEmpty();
        assertThat(versions.areCurrent(new Stamps(SLOT, new long[] {42}))).isFalse();
    }

    @Test
    void anAnnouncementThatHasExpiredIsAskedFor() {
        versions.learn(7, versions.question(7), 42, 1);

        assertThat(versions.lacking(SLOT)).containsExactly(SLOT);
    }

    @Test
    void allMayBeForgotten() {
        learn(42);
        versions.forgetAll();

        assertThat(versions.lacking(SLOT)).containsExactly(SLOT);
    }

    private void learn(long stamp) {
        versions.learn(7, versions.question(7), stamp, 0);
    }
}
