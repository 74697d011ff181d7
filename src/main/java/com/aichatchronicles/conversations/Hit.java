package com.aichatchronicles.conversations;

/**
 * A place in a text that is highlighted.
 *
 * @param start its first character
 * @param end the character behind it
 * @param lexeme which lexeme of the query, from 0
 * @param word which word of the text, from 0
 */
record Hit(int start, int end, int lexeme, int word) {}
