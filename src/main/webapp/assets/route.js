const FILTERS = ['q', 'category', 'tags', 'ai_model'];
const CONVERSATION = /^#\/conversations\/([\w-]{1,64})$/;

/**
 * What an address asks for: a conversation from the hash, the list's filters from the query.
 *
 * @param {{search: string, hash: string}} address
 * @returns {{id: string|null, filters: Object<string, string>}} only filters that say something
 */
export function parse(address) {
    const query = new URLSearchParams(address.search);
    const filters = {};
    for (const name of FILTERS) {
        const value = query.get(name)?.trim();
        if (value && !(name === 'category' && value === 'All')) {
            filters[name] = value;
        }
    }
    return { id: CONVERSATION.exec(address.hash)?.[1] ?? null, filters };
}

/** The address of a list. */
export function listHref(filters) {
    const query = new URLSearchParams(filters).toString();
    return query ? `./?${query}` : './';
}

/** The address of a conversation, opened from a list that it leads back to. */
export function conversationHref(id, filters = {}) {
    return `${listHref(filters)}#/conversations/${encodeURIComponent(id)}`;
}
