package com.aichatchronicles.findings;

import java.util.Locale;

/** What kind of thing was found. */
public enum FindingKind {
    API_KEY,
    TOKEN,
    PRIVATE_KEY,
    PASSWORD,
    CARD_NUMBER,
    EMAIL,
    PHONE;

    static FindingKind of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }

    /** @return its name in answers */
    String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
