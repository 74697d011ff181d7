package com.aichatchronicles.platform.cache;

import java.util.Arrays;

/**
 * The versions that some slots had when an answer began to be made.
 *
 * @param slots distinct
 * @param values the version of each
 */
record Stamps(int[] slots, long[] values) {
    @Override
    public boolean equals(Object other) {
        return other instanceof Stamps stamps
                && Arrays.equals(slots, stamps.slots)
                && Arrays.equals(values, stamps.values);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(slots) + Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return Arrays.toString(slots) + " at " + Arrays.toString(values);
    }
}
