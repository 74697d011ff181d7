import { announce, make } from './dom.js';

/**
 * Loads something into a region and shows where that stands: on its way, there, or failed with a way to try again.
 *
 * @param {HTMLElement} region
 * @param {{load: function(): Promise, show: function(*): Node[], waiting: function(): Node[], signal?: AbortSignal}} how
 * @returns {Promise<boolean>} whether it is there
 */
export async function fill(region, how) {
    region.setAttribute('aria-busy', 'true');
    region.replaceChildren(...how.waiting());
    try {
        const loaded = await how.load();
        if (!how.signal?.aborted) {
            region.replaceChildren(...how.show(loaded));
        }
        return true;
    } catch (error) {
        if (!how.signal?.aborted) {
            region.replaceChildren(failure(error, () => fill(region, how)));
        }
        return false;
    } finally {
        if (!how.signal?.aborted) {
            region.removeAttribute('aria-busy');
        }
    }
}

/** What went wrong, how to report it, and a button; tries again by itself when the network returns. */
export function failure(error, again) {
    const offline = !navigator.onLine && !error.status;
    const notice = make('div', { class: 'notice', role: 'alert' },
        make('p', { class: 'what' }, offline ? 'You are offline' : title(error)),
        make('p', {}, offline ? 'This will be loaded as soon as there is a connection.' : error.message),
        error.requestId ? make('p', { class: 'fine' }, 'Request ', make('code', {}, error.requestId)) : null,
        isAbsent(error) ? null : make('button', { type: 'button', on: { click: retry } }, 'Try again'));
    if (offline) {
        window.addEventListener('online', () => notice.isConnected && retry(), { once: true });
    }
    return notice;

    function retry() {
        announce('Trying again');
        again();
    }
}

/** Nothing to show, and that is no failure. */
export function empty(what, ...more) {
    return make('div', { class: 'notice empty' }, make('p', { class: 'what' }, what), make('p', {}, ...more));
}

/** Grey lines in the shape of what is on its way. */
export function skeleton(count, shape) {
    const bones = Array.from({ length: count }, () => make('div', { class: `skeleton ${shape}` },
        make('span'), make('span'), make('span')));
    return [make('div', { class: `skeletons ${shape}`, 'aria-hidden': 'true' }, bones),
        make('p', { class: 'unseen' }, 'Loading')];
}

function isAbsent(error) {
    return error.code === 'CONVERSATION_NOT_FOUND' || error.code === 'PARAM_VALIDATION_ERROR';
}

function title(error) {
    if (isAbsent(error)) {
        return 'There is no such conversation';
    }
    if (error.status === 429) {
        return 'A little too fast';
    }
    return error.status === 0 ? 'No answer' : 'That did not work';
}
