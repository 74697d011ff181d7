package com.aichatchronicles.corpus;

/** The load can't go on: the file or the database can't be used. The message tells a person what to do. */
public class LoadException extends Exception {
    private static final long serialVersionUID = 1L;

    LoadException(String message) {
        super(message);
    }

    LoadException(String message, Throwable cause) {
        super(message, cause);
    }
}
