package com.aichatchronicles.drills;

/** No answer came, or one of 500 or more: the journal knows, and who has asked can't go on from here. */
final class NotServedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotServedException(Throwable cause) {
        super(cause);
    }
}
