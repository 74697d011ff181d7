package com.aichatchronicles.conversations;

import com.aichatchronicles.findings.Finding;
import com.aichatchronicles.findings.Scan;
import com.aichatchronicles.findings.Scanner;
import com.aichatchronicles.platform.errors.ApiException;
import com.aichatchronicles.platform.errors.ErrorCode;
import com.aichatchronicles.platform.errors.FieldError;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;

/**
 * Looks at what is about to be public for secrets and personal data, and remembers for the answer of this request what
 * it found. What happens then the setting FINDINGS_POLICY says: {@code warn} publishes, {@code mask} publishes with
 * each finding masked, {@code refuse} doesn't publish. An author who confirms publishes the text as it is.
 */
@RequestScoped
public class PublicationGuard {
    private static final int TOLD = 100;

    @Inject
    Scanner scanner;

    @Inject
    ConversationsConfig config;

    private List<Finding> findings = List.of();

    /**
     * @param conversation as it is about to be written; one that stays a draft is not looked at, but one that
     *     moderators withhold is, because it becomes public without another word of its author
     * @param confirmed whether the author wants it published whatever is found, null if they have not said so
     * @throws ApiException FINDINGS_NOT_CONFIRMED as the policy says, and where there is too much to be looked at
     */
    void check(Conversation conversation, Boolean confirmed) {
        if (!conversation.isPublished() && !conversation.isWithheld()) {
            return;
        }
        Map<String, Scan> scans = look(conversation);
        boolean complete = scans.values().stream().allMatch(Scan::complete);
        boolean clean = findings.isEmpty() && complete;
        if (clean || Boolean.TRUE.equals(confirmed)) {
            return;
        }
        boolean masks = config.findingsPolicy() == FindingsPolicy.MASK;
        if (config.findingsPolicy() == FindingsPolicy.REFUSE || masks && !complete) {
            throw refusal();
        }
        if (masks) {
            conversation.replaceText(ConversationText.masked(scans));
        }
    }

    /** Looks at a draft as at what is about to be public, whatever the policy says then. */
    void preview(Conversation draft) {
        look(draft);
    }

    private Map<String, Scan> look(Conversation conversation) {
        Map<String, Scan> scans = conversation.text().scan(scanner::scan);
        findings = ConversationText.findings(scans, TOLD);
        return scans;
    }

    /**
     * @return what was found in this request, a hundred things at most; null for nothing, so that answers leave it out
     */
    public List<Finding> findings() {
        return findings.isEmpty() ? null : findings;
    }

    private ApiException refusal() {
        return new ApiException(
                ErrorCode.FINDINGS_NOT_CONFIRMED,
                findings.stream().map(PublicationGuard::complaint).toList());
    }

    private static FieldError complaint(Finding finding) {
        String where = "line " + finding.line() + ", offset " + finding.offset() + ", length " + finding.length();
        return FieldError.of(
                finding.field(),
                "seems to hold a " + finding.rule() + " (" + where + "): " + finding.sample(),
                "finding." + finding.kind());
    }
}
