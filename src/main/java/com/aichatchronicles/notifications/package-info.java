/**
 * Notifications: who answered, liked, followed, featured or moderated what is mine. Owns
 * {@code chronicles.notifications} and {@code chronicles.notification_preferences}.
 *
 * <p>A notification is written in the transaction of what it tells of, by an observer of that feature's event; nobody
 * is told of what they did themselves. What happens again to the same thing, before it was read, raises {@code times}
 * in the one notification of it; it moves to the top of the list at most once a minute, so that the row can be updated
 * in place. A title or a text is shown only while its owner may see it.
 *
 * <p>Who asks for a digest gets a mail of what is unread, once a day or a week, at an address that they have proved.
 */
package com.aichatchronicles.notifications;
