package com.aichatchronicles.conversations;

import com.aichatchronicles.platform.cache.CacheFlushed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.MultivaluedHashMap;

/** Has the pages that most visitors see first in the cache before they ask. */
@ApplicationScoped
public class HotPages {
    @Inject
    PublishedConversations published;

    @Inject
    ConversationsConfig config;

    /** Asks for them as a visitor without any parameters does. */
    void warm(@ObservesAsync CacheFlushed flushed) {
        ListParameters plain = new ListParameters(new MultivaluedHashMap<>(), config.legacyFrontend());
        published.list(plain.list());
        published.featured(plain.featured(), plain.members());
        published.categories();
        published.stats();
    }
}
