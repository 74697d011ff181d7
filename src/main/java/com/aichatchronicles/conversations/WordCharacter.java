package com.aichatchronicles.conversations;

/** What a character is to the words of a text, nearly as PostgreSQL's parser sees it. */
enum WordCharacter {
    /** Stands between words. */
    GAP,

    /** A letter, a digit, or an accent or joiner on one: a run of them is a word. */
    PART,

    /** A word by itself: a Chinese or Japanese character, which {@code chronicles.spaced} sets apart in the index. */
    WHOLE;

    private static final WordCharacter[] ASCII = new WordCharacter[128];

    static {
        for (char c = 0; c < ASCII.length; c++) {
            ASCII[c] = Character.isLetterOrDigit(c) ? PART : GAP;
        }
    }

    static WordCharacter of(int codePoint) {
        if (codePoint < ASCII.length) {
            return ASCII[codePoint];
        }
        boolean apart = isApart(codePoint);
        if (Character.isLetterOrDigit(codePoint)) {
            return apart ? WHOLE : PART;
        }
        return apart ? GAP : ofMark(codePoint);
    }

    private static WordCharacter ofMark(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.COMBINING_SPACING_MARK,
                    Character.LETTER_NUMBER,
                    Character.FORMAT -> PART;
            default -> GAP;
        };
    }

    /** The ranges of {@code chronicles.spaced}. */
    private static boolean isApart(int codePoint) {
        return codePoint >= 0x2010
                && (codePoint <= 0x206f
                        || codePoint >= 0x3000 && codePoint <= 0x30ff
                        || codePoint >= 0x3400 && codePoint <= 0x4dbf
                        || codePoint >= 0x4e00 && codePoint <= 0x9fff
                        || codePoint >= 0xf900 && codePoint <= 0xfaff
                        || codePoint >= 0xff00 && codePoint <= 0xff0f);
    }
}
