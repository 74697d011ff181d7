package com.aichatchronicles.local;

/** A service could not be started; the message tells the developer what to do about it. */
public class StartupException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StartupException(String message) {
        super(message);
    }

    StartupException(String message, Throwable cause) {
        super(message, cause);
    }
}
