package com.aichatchronicles.revisions;

import java.util.List;

/**
 * Two texts of a conversation side by side.
 *
 * @param from the version of the one
 * @param to the version of the other
 * @param changed the members, but for the content, that differ
 * @param addedLines how many lines of the content came
 * @param removedLines how many went
 * @param diff the content's difference in the unified format, empty where there is none
 */
public record ComparisonView(
        long from, long to, List<ChangedMember> changed, int addedLines, int removedLines, String diff) {

    /**
     * A member that differs.
     *
     * @param name of the member
     * @param from its value there, an empty text for none
     * @param to its value here
     */
    public record ChangedMember(String name, String from, String to) {}
}
