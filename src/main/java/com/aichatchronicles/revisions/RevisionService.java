package com.aichatchronicles.revisions;

import com.aichatchronicles.conversations.ConversationAccessService;
import com.aichatchronicles.conversations.ConversationEdit;
import com.aichatchronicles.conversations.ConversationService;
import com.aichatchronicles.conversations.ConversationView;
import com.aichatchronicles.platform.errors.ApiException;
import com.aichatchronicles.platform.errors.ErrorCode;
import com.aichatchronicles.platform.http.Page;
import com.aichatchronicles.platform.http.PageRequest;
import com.aichatchronicles.sessions.Caller;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** Lists, shows and compares the former texts of a conversation, and goes back to one. */
@Stateless
public class RevisionService {
    /** Characters of both texts together that a comparison takes; reading them is most of its time. */
    static final int COMPARED = 4_000_000;

    @Inject
    RevisionQueries queries;

    @Inject
    ConversationAccessService access;

    @Inject
    ConversationService conversations;

    /**
     * @param conversation whose former texts
     * @param part which part of the list
     * @param caller its author, a moderator or an admin
     * @return one page without contents, the latest first
     * @throws ApiException CONVERSATION_NOT_FOUND or INSUFFICIENT_PERMISSIONS
     */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Page<RevisionView> list(UUID conversation, PageRequest part, Caller caller) {
        return queries.list(history(conversation, caller), part);
    }

    /**
     * @param conversation whose former text
     * @param version which one
     * @param caller its author, a moderator or an admin
     * @return the whole text
     * @throws ApiException CONVERSATION_NOT_FOUND, INSUFFICIENT_PERMISSIONS or REVISION_NOT_FOUND
     */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public RevisionView find(UUID conversation, long version, Caller caller) {
        return require(history(conversation, caller), version);
    }

    /**
     * @param conversation whose texts
     * @param from the version of the one
     * @param to the version of the other, null for the present text
     * @param caller its author, a moderator or an admin
     * @return how they differ
     * @throws ApiException CONVERSATION_NOT_FOUND, INSUFFICIENT_PERMISSIONS, REVISION_NOT_FOUND or COMPARISON_TOO_LARGE
     */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public ComparisonView compare(UUID conversation, long from, Integer to, Caller caller) {
        History history = history(conversation, caller);
        RevisionView before = require(history, from);
        RevisionView present =
                queries.lookupPresent(history).orElseThrow(() -> new ApiException(ErrorCode.CONVERSATION_NOT_FOUND));
        RevisionView after = to == null || to == present.version() ? present : require(history, to);
        if (before.content().length() + after.content().length() > COMPARED) {
            throw new ApiException(ErrorCode.COMPARISON_TOO_LARGE);
        }
        LineDiff diff = new LineDiff(before.content(), after.content());
        return new ComparisonView(
                before.version(),
                after.version(),
                changed(before, after),
                diff.added(),
                diff.removed(),
                diff.unified("version " + before.version(), "version " + after.version()));
    }

    /**
     * @param conversation which is to have a former text again; its present one becomes a revision
     * @param version which text
     * @param caller its author, a moderator or an admin
     * @param ifMatch the caller's If-Match header for the conversation, or null
     * @return the conversation afterwards
     * @throws ApiException CONVERSATION_NOT_FOUND, INSUFFICIENT_PERMISSIONS, REVISION_NOT_FOUND, PRECONDITION_FAILED or
     *     FINDINGS_NOT_CONFIRMED
     */
    public ConversationView goBack(UUID conversation, long version, GoingBack wish, Caller caller, String ifMatch) {
        RevisionView former = require(history(conversation, caller), version);
        ConversationEdit edit = new ConversationEdit(
                former.title(),
                former.content(),
                former.category(),
                Objects.toString(former.excerpt(), ""),
                former.readTime(),
                null,
                null,
                former.tags(),
                Objects.toString(former.aiModel(), ""),
                wish.confirmFindings(),
                null,
                null);
        return conversations.goBack(conversation, edit, caller, ifMatch);
    }

    private History history(UUID conversation, Caller caller) {
        return new History(conversation, access.requireHistory(conversation, caller));
    }

    private RevisionView require(History history, long version) {
        return queries.lookup(history, version).orElseThrow(() -> new ApiException(ErrorCode.REVISION_NOT_FOUND));
    }

    private static List<ComparisonView.ChangedMember> changed(RevisionView before, RevisionView after) {
        List<ComparisonView.ChangedMember> changed = new ArrayList<>();
        add(changed, "title", before.title(), after.title());
        add(changed, "excerpt", before.excerpt(), after.excerpt());
        add(changed, "category", before.category(), after.category());
        add(changed, "tags", String.join(", ", before.tags()), String.join(", ", after.tags()));
        add(changed, "ai_model", before.aiModel(), after.aiModel());
        add(changed, "read_time", before.readTime(), after.readTime());
        return changed;
    }

    private static void add(List<ComparisonView.ChangedMember> changed, String name, Object from, Object to) {
        if (!Objects.equals(from, to)) {
            changed.add(new ComparisonView.ChangedMember(name, Objects.toString(from, ""), Objects.toString(to, "")));
        }
    }
}
