package com.aichatchronicles.corpus;

import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;

/** Counts what became of the lines of a corpus. */
public final class LoadTally {
    private final LongAdder read = new LongAdder();
    private final LongAdder stored = new LongAdder();
    private final Map<String, LongAdder> skipped = new ConcurrentSkipListMap<>();

    LoadTally() {}

    void countRead() {
        read.increment();
    }

    void countStored(long lines) {
        stored.add(lines);
    }

    void countSkipped(String reason, long lines) {
        if (lines > 0) {
            skipped.computeIfAbsent(reason, key -> new LongAdder()).add(lines);
        }
    }

    /**
     * Counts the lines that were read.
     *
     * @return stored and skipped ones together; blank lines don't count
     */
    public long read() {
        return read.sum();
    }

    /**
     * Counts the new conversations.
     *
     * @return lines that became a conversation in this load
     */
    public long stored() {
        return stored.sum();
    }

    /**
     * Counts the lines that became none.
     *
     * @return a number of lines for each reason
     */
    public Map<String, LongAdder> skipped() {
        return skipped;
    }
}
