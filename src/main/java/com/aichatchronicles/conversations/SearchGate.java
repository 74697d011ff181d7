package com.aichatchronicles.conversations;

import com.aichatchronicles.platform.http.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.faulttolerance.Bulkhead;

/**
 * Lets few searches run at once, half as many as there are connections to the database by default: however many people
 * search, lists and single conversations find one.
 */
@ApplicationScoped
public class SearchGate {
    private static final int AT_ONCE = 6;

    @Inject
    ConversationReadService reads;

    /**
     * @param request with a term
     * @return one page of hits
     * @throws org.eclipse.microprofile.faulttolerance.exceptions.BulkheadException where too many search
     */
    @Bulkhead(AT_ONCE)
    public Page<ConversationView> search(ListRequest request) {
        return reads.search(request);
    }
}
