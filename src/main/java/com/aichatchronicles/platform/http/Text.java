package com.aichatchronicles.platform.http;

/** What may stand in a text of a request body. */
public final class Text {
    /** No line break or other control character. */
    public static final String ONE_LINE = "[^\\p{Cntrl}]*";

    /** Said of a text that breaks {@link #ONE_LINE}. */
    public static final String ONE_LINE_MESSAGE = "must be one line without control characters";

    /** A name: one line that has more than spaces and signs of no width. */
    public static final String NAME = "(?![\\p{Z}\\p{Cf}]+\\z)" + ONE_LINE;

    /** Said of a text that breaks {@link #NAME}. */
    public static final String NAME_MESSAGE = "must be one line of more than spaces";

    /** A text with something to be seen in it, be it the only sign: spaces and what joins or turns letters are none. */
    public static final String WRITTEN = "(?s).*[^\\s\\p{Z}\\p{Cc}\\p{Cf}].*";

    /** A text of more than white space, as the reasons that moderators and admins give: less strict than the former. */
    public static final String NOT_BLANK = "(?s).*\\S.*";

    /** Said of a text that breaks {@link #WRITTEN} or {@link #NOT_BLANK}. */
    public static final String WRITTEN_MESSAGE = "must not be blank";

    /** An address that a browser may open, or nothing. */
    public static final String WEB_ADDRESS_OR_EMPTY = "(?i)(https?://[^\\s/?#@\\\\]+([/?#][^\\s\\\\<>\"]*)?)?";

    /** Said of a text that breaks {@link #WEB_ADDRESS_OR_EMPTY}. */
    public static final String WEB_ADDRESS_MESSAGE = "must be a valid uri with http or https";

    private Text() {}
}
