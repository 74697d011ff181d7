package com.aichatchronicles.conversations;

import com.aichatchronicles.findings.Finding;
import com.aichatchronicles.findings.Scan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What the readers of a conversation read.
 *
 * @param excerpt null where it only repeats how the content begins
 * @param aiModel null where none is named
 */
record ConversationText(
        String title, String content, String excerpt, String category, String aiModel, List<String> tags) {
    private static final String EXCERPT = "excerpt";
    private static final String AI_MODEL = "ai_model";

    /** @return what a scanner says of each member, by the member's name */
    Map<String, Scan> scan(Function<String, Scan> scanner) {
        Map<String, Scan> scans = new LinkedHashMap<>();
        scans.put("title", scanner.apply(title));
        scans.put("content", scanner.apply(content));
        if (excerpt != null) {
            scans.put(EXCERPT, scanner.apply(excerpt));
        }
        scans.put("category", scanner.apply(category));
        if (aiModel != null) {
            scans.put(AI_MODEL, scanner.apply(aiModel));
        }
        for (int i = 0; tags != null && i < tags.size(); i++) {
            scans.put("tags." + i, scanner.apply(tags.get(i)));
        }
        return scans;
    }

    /** @return the same text with all that the scans found masked */
    static ConversationText masked(Map<String, Scan> scans) {
        List<String> tags = scans.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith("tags."))
                .map(entry -> entry.getValue().masked())
                .toList();
        return new ConversationText(
                scans.get("title").masked(),
                scans.get("content").masked(),
                masked(scans.get(EXCERPT)),
                scans.get("category").masked(),
                masked(scans.get(AI_MODEL)),
                Tags.tidy(tags));
    }

    private static String masked(Scan scan) {
        return scan == null ? null : scan.masked();
    }

    /** @return what the scans found, so many at most */
    static List<Finding> findings(Map<String, Scan> scans, int most) {
        List<Finding> findings = new ArrayList<>();
        scans.forEach((field, scan) -> findings.addAll(scan.findings(field, most - findings.size())));
        return findings;
    }
}
