package com.aichatchronicles.conversations;

import java.util.Locale;

/** What becomes of a text that is to be published with secrets or personal data in it. */
public enum FindingsPolicy {
    WARN,
    MASK,
    REFUSE;

    static FindingsPolicy of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }
}
