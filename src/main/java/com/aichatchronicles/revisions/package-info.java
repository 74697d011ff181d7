/**
 * Revisions: the texts that a conversation had before its edits. Owns {@code chronicles.conversation_revisions}, which
 * a trigger of the database fills, whoever edits. Read, compared and gone back to by the author, moderators and admins;
 * readers see of an edit no more than its time. A text that was a draft and nothing else is not for moderators, as no
 * draft is; a text that was public is, also where it was taken back before it was changed.
 */
package com.aichatchronicles.revisions;
