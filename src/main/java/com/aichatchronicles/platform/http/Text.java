package com.aichatchronicles.platform.http;

/** What may stand in a text of a request body. */
public final class Text {
    /** No line break or other control character. */
    public static final String ONE_LINE = "[^\\p{Cntrl}]*";

    /** Said of a text that breaks {@link #ONE_LINE}. */
    public static final String ONE_LINE_MESSAGE = "must be one line without control characters";

    /** A name: one line that has more than spaces. */
    public static final String NAME = "(?!\\p{Z}+\\z)" + ONE_LINE;

    /** Said of a text that breaks {@link #NAME}. */
    public static final String NAME_MESSAGE = "must be one line of more than spaces";

    /** An address that a browser may open, or nothing. */
    public static final String WEB_ADDRESS_OR_EMPTY = "(?i)(https?://[^\\s/?#@\\\\]+([/?#][^\\s\\\\<>\"]*)?)?";

    /** Said of a text that breaks {@link #WEB_ADDRESS_OR_EMPTY}. */
    public static final String WEB_ADDRESS_MESSAGE = "must be a valid uri with http or https";

    private Text() {}
}
