package com.aichatchronicles.mail;

/**
 * The body of a mail, twice.
 *
 * @param plain as plain text
 * @param html as HTML
 */
record MailTexts(String plain, String html) {
    @Override
    public String toString() {
        return "MailTexts[]"; // links must not reach a log
    }
}
