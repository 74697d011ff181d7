package com.aichatchronicles.spam;

import java.util.regex.Pattern;

/** Links in a text: what a reader, or the page that shows it, takes for an address of the web. */
final class Links {
    private static final Pattern LINK = Pattern.compile("(?i)\\b(?:https?:|ftp:|www\\.)\\S");
    private static final Pattern SCHEME_BEFORE_WWW = Pattern.compile("(?i)(https?:/*)www\\.");

    private Links() {}

    /** @return how many there are */
    static long count(String text) {
        return LINK.matcher(SCHEME_BEFORE_WWW.matcher(text).replaceAll("$1"))
                .results()
                .count();
    }
}
