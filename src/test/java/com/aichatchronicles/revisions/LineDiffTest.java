package com.aichatchronicles.revisions;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LineDiffTest {
    @Test
    void aChangedLineStandsBetweenThoseAroundIt() {
        LineDiff diff = new LineDiff("one\ntwo\nthree\nfour\nfive", "one\ntwo\n3\nfour\nfive\nsix");

        assertThat(diff.added()).isEqualTo(2);
        assertThat(diff.removed()).isEqualTo(1);
        assertThat(diff.unified("a", "b").lines())
                .containsExactly(
                        "--- a", "+++ b", "@@ -1,5 +1,6 @@", " one", " two", "-three", "+3", " four", " five", "+six");
    }

    @Test
    void equalTextsDifferInNothing() {
        LineDiff diff = new LineDiff("one\ntwo", "one\ntwo");

        assertThat(diff.unified("a", "b")).isEmpty();
        assertThat(diff.added() + diff.removed()).isZero();
    }

    @Test
    void textsWithoutACommonLineAreReplaced() {
        LineDiff diff = new LineDiff("a\nb", "c");

        assertThat(diff.added()).isEqualTo(1);
        assertThat(diff.removed()).isEqualTo(2);
    }

    @Test
    void tooManyChangedLinesAreOneChange() {
        LineDiff diff =
                new LineDiff("same\n" + "a\nb\n".repeat(200_000) + "end", "same\n" + "b\nc\n".repeat(200_000) + "end");

        assertThat(diff.removed()).isEqualTo(400_000);
        assertThat(diff.added()).isEqualTo(400_000);
    }

    @Test
    void longLinesWithACommonBeginningAreComparedOnce() {
        String line = "x".repeat(1000);
        StringBuilder before = new StringBuilder();
        StringBuilder after = new StringBuilder();
        for (int i = 0; i < 1500; i++) {
            before.append(line).append(i).append('\n');
            after.append(line).append(-i - 1).append('\n');
        }

        assertThat(new LineDiff(before.toString(), after.toString()).added()).isEqualTo(1500);
    }
}
