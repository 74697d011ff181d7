/**
 * The brakes on spam that comments and conversations share: an account that is new posts seldom and with few links, and
 * nobody posts the same text twice. What was posted is looked up in the tables of what was posted, so that the brakes
 * hold on all servers and a text that its author deleted may come again. Moderators and admins are trusted.
 */
package com.aichatchronicles.spam;
