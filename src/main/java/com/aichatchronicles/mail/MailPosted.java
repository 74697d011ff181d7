package com.aichatchronicles.mail;

/** Said when a mail was posted, so that it leaves as soon as the transaction is committed. */
record MailPosted() {}
