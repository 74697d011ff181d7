/**
 * Which usernames are taken: none that is reserved or looks like one that is there. Owns {@code
 * chronicles.username_looks}; the names themselves are the profiles'.
 */
package com.aichatchronicles.usernames;
