package com.aichatchronicles.platform.config;

import java.lang.System.Logger.Level;

/** Stops a server whose configuration is wrong, instead of leaving one up that answers nothing. */
public final class StartRefusal {
    private static final System.Logger LOG = System.getLogger(StartRefusal.class.getName());

    private StartRefusal() {}

    /**
     * Logs the sentence and ends the process with status 1.
     *
     * @param sentence what is wrong, naming the variable and never quoting a secret
     * @return to be thrown, so that the application does not start meanwhile
     */
    public static IllegalStateException because(String sentence) {
        LOG.log(Level.ERROR, "The server does not start: " + sentence);
        // Ending the process waits for the application's start to end, so it can't be done on this thread.
        new Thread(() -> Runtime.getRuntime().exit(1), "start-refusal").start();
        return new IllegalStateException(sentence);
    }
}
