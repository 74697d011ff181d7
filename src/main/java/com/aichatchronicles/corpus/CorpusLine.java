package com.aichatchronicles.corpus;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * One line of a corpus.
 *
 * @param number counts from 1
 * @param bytes the line without its end, or null if it is too long to be kept
 */
record CorpusLine(long number, byte[] bytes) {

    String text() throws BrokenLineException {
        if (bytes == null) {
            throw new BrokenLineException("longer than 20 MB");
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new BrokenLineException("not UTF-8", e);
        }
    }

    boolean isBlank() {
        if (bytes == null) {
            return false;
        }
        for (byte b : bytes) {
            if (b != ' ' && b != '\t' && b != '\r') {
                return false;
            }
        }
        return true;
    }
}
