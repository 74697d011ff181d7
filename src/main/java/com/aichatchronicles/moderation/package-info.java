/**
 * Moderation: what people report, what moderators decide, and what follows from it. Owns {@code chronicles.reports} and
 * {@code chronicles.moderation_measures}, the log of all that was done.
 *
 * <p>A report is open, then taken by one moderator, then decided; a decision settles every undecided report about the
 * same thing. A comment can be hidden, a conversation unpublished: it stays so, whatever its author does, until it is
 * restored. The author learns of each measure and its reason by a notification, but not who took it, nor of what was
 * dismissed. Nobody but an admin judges what is their own.
 */
package com.aichatchronicles.moderation;
