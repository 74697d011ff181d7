package com.aichatchronicles.testing;

import java.io.IOException;

/** Signals to processes, for those that Java has no name for. */
final class Signal {
    private Signal() {}

    static void send(String name, long pid) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, String.valueOf(pid))
                .inheritIO()
                .start()
                .waitFor();
    }
}
