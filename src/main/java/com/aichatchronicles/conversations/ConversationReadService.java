package com.aichatchronicles.conversations;

import com.aichatchronicles.platform.errors.ApiException;
import com.aichatchronicles.platform.errors.ErrorCode;
import com.aichatchronicles.platform.http.Page;
import com.aichatchronicles.platform.persistence.Sql;
import com.aichatchronicles.sessions.Caller;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Shows conversations: lists, search, single ones, categories and figures. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class ConversationReadService {
    private static final List<String> STANDARD = List.of(
            "Philosophy",
            "Technology",
            "Science",
            "Politics",
            "Culture",
            "Economics",
            "Environment",
            "Health",
            "Education",
            "Entertainment");
    private static final int MOST_CATEGORIES = 1000;

    @PersistenceContext
    EntityManager entities;

    @Inject
    ConversationQueries queries;

    @Inject
    SearchQueries searches;

    /**
     * @param request what to show, without a term
     * @return one page
     */
    public Page<ConversationView> list(ListRequest request) {
        ConversationQueries.Slice slice = queries.list(request);
        return Page.of(slice.views(), slice.pagination(), null);
    }

    /**
     * @param request what to show, with a term
     * @return one page, with rank and highlight
     */
    public Page<ConversationView> search(ListRequest request) {
        ConversationQueries.Slice slice = searches.search(request);
        return Page.of(slice.views(), slice.pagination(), request.term().text());
    }

    /**
     * @param limit the most to show
     * @param members what each shows
     * @return the newest featured conversations, the newest published where none is featured
     */
    public List<ConversationView> featured(int limit, ConversationMembers members) {
        return queries.featured(limit, members);
    }

    /**
     * @param id the conversation
     * @param members what it shows
     * @return the conversation, if everybody may see it
     */
    public Optional<ConversationView> lookupPublished(UUID id, ConversationMembers members) {
        return queries.lookup(id, members).filter(ConversationView::published);
    }

    /**
     * @param id a conversation that not everybody may see
     * @param caller who asks
     * @param members what it shows
     * @return the conversation
     * @throws ApiException CONVERSATION_NOT_FOUND, also for a draft of somebody else
     */
    public ConversationView findDraft(UUID id, Optional<Caller> caller, ConversationMembers members) {
        return caller.flatMap(known ->
                        queries.lookup(id, members).filter(view -> view.published() || maySeeDraft(known, view)))
                .orElseThrow(() -> new ApiException(ErrorCode.CONVERSATION_NOT_FOUND));
    }

    /**
     * @param id a conversation, draft or not, whose reader holds a link to it
     * @return the conversation with all its members
     * @throws ApiException CONVERSATION_NOT_FOUND
     */
    public ConversationView findLinked(UUID id) {
        return queries.lookup(id, ConversationMembers.of(List.of(), false))
                .orElseThrow(() -> new ApiException(ErrorCode.CONVERSATION_NOT_FOUND));
    }

    /** @return the ten standard categories, then every other that a published conversation has, by name */
    public List<String> categories() {
        List<String> categories = new ArrayList<>(STANDARD);
        List<?> used = new Sql()
                .add("SELECT name FROM chronicles.conversation_totals WHERE scope = 'category'")
                .add("GROUP BY name HAVING sum(conversations) > 0 ORDER BY name LIMIT ?", MOST_CATEGORIES)
                .by(entities::createNativeQuery)
                .getResultList();
        used.stream()
                .map(String.class::cast)
                .filter(name -> !STANDARD.contains(name))
                .forEach(categories::add);
        return categories;
    }

    /** @return the categories as {@link #categories} has them, each with its number of published conversations */
    public List<CategoryView> countedCategories() {
        Map<String, Long> counts = new LinkedHashMap<>();
        STANDARD.forEach(name -> counts.put(name, 0L));
        List<?> used = new Sql()
                .add("SELECT name, sum(conversations) FROM chronicles.conversation_totals WHERE scope = 'category'")
                .add("GROUP BY name HAVING sum(conversations) > 0 ORDER BY name LIMIT ?", MOST_CATEGORIES)
                .by(entities::createNativeQuery)
                .getResultList();
        used.stream()
                .map(Object[].class::cast)
                .forEach(row -> counts.put((String) row[0], ((Number) row[1]).longValue()));
        return counts.entrySet().stream()
                .map(entry -> new CategoryView(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** @return the published part of the site in figures */
    public StatsView stats() {
        Object[] sums = (Object[]) new Sql()
                .add("SELECT coalesce(sum(conversations), 0), coalesce(sum(featured), 0), coalesce(sum(likes), 0),")
                .add("coalesce(sum(comments), 0),")
                .add("(SELECT max(updated_at) FROM public.conversations WHERE published)")
                .add("FROM chronicles.conversation_totals WHERE scope = 'all'")
                .by(entities::createNativeQuery)
                .getSingleResult();
        long published = ((Number) sums[0]).longValue();
        return new StatsView(
                published,
                published,
                ((Number) sums[1]).longValue(),
                ((Number) sums[2]).longValue(),
                ((Number) sums[3]).longValue(),
                ConversationRows.instant(sums[4]));
    }

    private static boolean maySeeDraft(Caller caller, ConversationView draft) {
        return caller.isAdmin() || caller.id().equals(draft.authorId());
    }
}
