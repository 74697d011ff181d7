package com.aichatchronicles.corpus;

/** A line of the corpus that can't become a conversation. The message is the reason, the same for all lines alike. */
class BrokenLineException extends Exception {
    private static final long serialVersionUID = 1L;

    BrokenLineException(String reason) {
        super(reason);
    }

    BrokenLineException(String reason, Throwable cause) {
        super(reason, cause);
    }
}
