/**
 * What admins see of the queue of outgoing mails and do about it: dead letters are sent once more, or thrown away.
 * Nothing here shows what stands in a mail: the queue holds no texts and no codes, and what a kind of mail has noted
 * for itself stays in the database.
 */
package com.aichatchronicles.postmaster;
