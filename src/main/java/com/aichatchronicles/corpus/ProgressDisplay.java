package com.aichatchronicles.corpus;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicInteger;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/**
 * Shows how far a load has come, in bytes of the file: as a bar on a terminal, elsewhere as a line every few seconds.
 * The first broken lines are named one by one.
 */
final class ProgressDisplay implements LoadListener, AutoCloseable {
    private static final int NAMED = 20;
    private static final int LINE_WIDTH = 100;
    private static final String CLEAR_LINE = "\r\u001b[K";

    private final CorpusFile file;
    private final PrintStream out;
    private final boolean terminal;
    private final ProgressBar bar;
    private final AtomicInteger broken = new AtomicInteger();

    ProgressDisplay(CorpusFile file, PrintStream out, boolean terminal) throws IOException {
        this.file = file;
        this.out = out;
        this.terminal = terminal;
        ProgressBarBuilder builder = ProgressBar.builder()
                .setTaskName("Loading")
                .setInitialMax(file.size())
                .setStyle(ProgressBarStyle.ASCII)
                .setUnit(" MB", 1_000_000)
                .setUpdateIntervalMillis(terminal ? 250 : 5000)
                .setConsumer(
                        terminal
                                ? new ConsoleProgressBarConsumer(out, LINE_WIDTH)
                                : new DelegatingProgressBarConsumer(out::println, LINE_WIDTH));
        bar = builder.build();
    }

    @Override
    public void stored(LoadTally tally) {
        bar.stepTo(position());
        bar.setExtraMessage(" " + tally.stored() + " stored");
    }

    @Override
    public void broken(long line, String reason) {
        int count = broken.incrementAndGet();
        if (count > NAMED + 1) {
            return;
        }
        String report = count > NAMED ? "More broken lines are only counted" : "Line " + line + " skipped: " + reason;
        out.println(terminal ? CLEAR_LINE + report : report);
    }

    @Override
    public void close() {
        bar.close();
    }

    private long position() {
        try {
            return file.position();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
