package com.aichatchronicles.conversations;

/** Goes through the words of a text, see {@link WordCharacter}. */
final class WordScanner {
    private final String text;
    private int start;
    private int end;

    /**
     * @param text to scan
     * @param from where to begin
     */
    WordScanner(String text, int from) {
        this.text = text;
        this.start = from;
        this.end = from;
    }

    /** @return whether there is another word, which then reaches from {@link #start} to {@link #end} */
    boolean next() {
        int at = end;
        WordCharacter first = WordCharacter.GAP;
        while (at < text.length() && first == WordCharacter.GAP) {
            int character = text.codePointAt(at);
            first = WordCharacter.of(character);
            start = at;
            at += Character.charCount(character);
        }
        if (first == WordCharacter.GAP) {
            return false;
        }
        end = first == WordCharacter.WHOLE ? at : endOfRun(at);
        return true;
    }

    /** @return whether there is a word before the place where this is, to which it then moves */
    boolean previous() {
        int at = start;
        WordCharacter last = WordCharacter.GAP;
        while (at > 0 && last == WordCharacter.GAP) {
            int character = text.codePointBefore(at);
            last = WordCharacter.of(character);
            end = at;
            at -= Character.charCount(character);
        }
        if (last == WordCharacter.GAP) {
            return false;
        }
        start = last == WordCharacter.WHOLE ? at : startOfRun(at);
        return true;
    }

    /** Goes on behind this place instead of behind the word that it is at. */
    void skipTo(int place) {
        end = place;
    }

    int start() {
        return start;
    }

    int end() {
        return end;
    }

    private int endOfRun(int from) {
        int at = from;
        while (at < text.length()) {
            int character = text.codePointAt(at);
            if (WordCharacter.of(character) != WordCharacter.PART) {
                return at;
            }
            at += Character.charCount(character);
        }
        return at;
    }

    private int startOfRun(int from) {
        int at = from;
        while (at > 0) {
            int character = text.codePointBefore(at);
            if (WordCharacter.of(character) != WordCharacter.PART) {
                return at;
            }
            at -= Character.charCount(character);
        }
        return at;
    }
}
