const BASE = 'api/v1/conversations';
const PATIENCE_MILLISECONDS = 20_000;
const CARD = 'id,title,excerpt,category,tags,ai_model,read_time,created_at,profiles,likes_count,comments_count';
const PAGE_SIZE = 12;

/** An answer that is no success, or no answer at all. */
export class ApiFailure extends Error {
    /**
     * @param {string} message for people
     * @param {{status?: number, code?: string, requestId?: string}} [about] status 0: nothing was answered
     */
    constructor(message, { status = 0, code, requestId } = {}) {
        super(message);
        this.name = 'ApiFailure';
        Object.assign(this, { status, code, requestId });
    }
}

export const categories = () => data(`${BASE}/categories`);
export const stats = () => data(`${BASE}/stats`);
export const featured = () => data(`${BASE}/featured`, { limit: 3, fields: CARD });
export const conversation = (id, signal) => data(`${BASE}/${encodeURIComponent(id)}`, {}, signal);
export const server = () => get('./', {});

/**
 * A page of the list, or of the search where the filters hold `q`.
 *
 * @param {Object<string, string>} filters
 * @param {{nextCursor?: string, page?: number}} [after] the pagination of the page before
 * @param {AbortSignal} [signal]
 */
export function page(filters, after, signal) {
    const next = !after ? {} : after.nextCursor ? { cursor: after.nextCursor } : { page: after.page + 1 };
    const fields = filters.q ? `${CARD},rank,highlight` : CARD;
    return get(filters.q ? `${BASE}/search` : BASE, { ...filters, limit: PAGE_SIZE, fields, ...next }, signal);
}

async function data(path, parameters = {}, signal) {
    return (await get(path, parameters, signal)).data;
}

async function get(path, parameters, signal) {
    const query = new URLSearchParams(parameters).toString();
    const response = await answer(query ? `${path}?${query}` : path, signal);
    const body = await response.json().catch((error) => {
        if (error.name === 'AbortError') {
            throw error;
        }
        return null;
    });
    if (response.ok && body && body.success !== false) {
        return body;
    }
    throw new ApiFailure(body?.error ?? body?.message ?? `The server's answer could not be used (${response.status}).`, {
        status: response.status,
        code: body?.code,
        requestId: body?.requestId ?? response.headers.get('X-Request-Id'),
    });
}

async function answer(address, signal) {
    const patience = AbortSignal.timeout(PATIENCE_MILLISECONDS);
    try {
        return await fetch(address, {
            headers: { Accept: 'application/json' },
            signal: signal ? AbortSignal.any([signal, patience]) : patience,
        });
    } catch (error) {
        if (error.name === 'AbortError') {
            throw error;
        }
        throw new ApiFailure(
            error.name === 'TimeoutError' ? 'The server took too long to answer.' : 'The server could not be reached.',
        );
    }
}
