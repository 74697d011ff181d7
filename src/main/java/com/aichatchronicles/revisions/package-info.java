/**
 * Revisions: the texts that a conversation had before its edits. Owns {@code chronicles.conversation_revisions}, which a
 * trigger of the database fills, whoever edits. Read, compared and gone back to by the author, moderators and admins;
 * readers see of an edit no more than its time.
 */
package com.aichatchronicles.revisions;
