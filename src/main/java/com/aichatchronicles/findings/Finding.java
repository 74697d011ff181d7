package com.aichatchronicles.findings;

/**
 * Something that should perhaps not be published, told without telling what it is.
 *
 * @param field the member that holds it; positions in a list count from 0: {@code tags.2}
 * @param kind what it is, for programs
 * @param rule which rule found it
 * @param line the line that it begins in, from 1
 * @param offset where it begins, from 0, in UTF-16 code units as JavaScript counts
 * @param length how long it is, in the same
 * @param sample a masked form of it
 */
public record Finding(String field, String kind, String rule, int line, int offset, int length, String sample) {}
