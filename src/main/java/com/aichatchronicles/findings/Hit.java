package com.aichatchronicles.findings;

/**
 * A piece of a text that should not be published.
 *
 * @param kind what it is
 * @param rule which rule found it
 * @param start where it begins, in UTF-16 code units
 * @param end behind its last one
 */
record Hit(FindingKind kind, String rule, int start, int end) {}
