package com.aichatchronicles.conversations;

/** How long it takes to read a text: 200 words a minute. The loader of corpora uses it too. */
public final class ReadingTime {
    private static final int WORDS_A_MINUTE = 200;
    private static final int CHARACTERS_A_WORD = 2;
    private static final int LONGEST = 60;

    private ReadingTime() {}

    /**
     * @param text the whole text
     * @return whole minutes, rounded up, from 1 to 60. Chinese and Japanese put no spaces between words; there two
     *     characters count as a word
     */
    public static int minutes(String text) {
        int words = 0;
        int characters = 0;
        boolean inWord = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean ideographic = isIdeographic(c);
            boolean letter = !ideographic && !Character.isWhitespace(c);
            characters += ideographic ? 1 : 0;
            words += letter && !inWord ? 1 : 0;
            inWord = letter;
        }
        int total = words + characters / CHARACTERS_A_WORD;
        return Math.max(1, Math.min(LONGEST, (total + WORDS_A_MINUTE - 1) / WORDS_A_MINUTE));
    }

    private static boolean isIdeographic(char c) {
        boolean kana = c >= '\u3040' && c <= '\u30ff';
        boolean han = c >= '\u3400' && c <= '\u9fff' || c >= '\uf900' && c <= '\ufaff';
        return kana || han;
    }
}
