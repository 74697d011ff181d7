package com.aichatchronicles.mail;

import java.util.Map;

/**
 * A mail as it is to be written now.
 *
 * @param address where it goes to
 * @param name whom it goes to, null to leave the name out
 * @param subject one line
 * @param values what its templates name; every value is text, escaped where it stands in HTML
 */
public record Letter(String address, String name, String subject, Map<String, String> values) {
    @Override
    public String toString() {
        return "Letter[]"; // links and addresses must not reach a log
    }
}
