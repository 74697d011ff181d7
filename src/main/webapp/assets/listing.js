import * as api from './api.js';
import { announce, make, separated } from './dom.js';
import { counted, date, language } from './format.js';
import { conversationHref, listHref } from './route.js';
import { pieces, plain } from './snippet.js';
import { empty, failure, fill, skeleton } from './states.js';

const CLOTHS = ['Philosophy', 'Technology', 'Science', 'Politics', 'Culture', 'Economics', 'Environment', 'Health',
    'Education', 'Entertainment'];

/** The colour of a category's binding, 0 to 9: its place among the standard ones, else made from its letters. */
export function cloth(category) {
    const standard = CLOTHS.indexOf(category);
    return standard >= 0 ? standard : [...(category ?? '')].reduce((sum, letter) => sum + letter.codePointAt(0), 0) % 10;
}

/** The shelf of categories, the chosen one drawn out. */
export function shelf(names, filters) {
    const { category, ...others } = filters;
    const all = spine('All', others, category === undefined, 'all');
    return [all, ...names.map((name) => spine(name, { ...others, category: name }, name === category, cloth(name)))];
}

function spine(name, filters, chosen, colour) {
    return make('li', {}, make('a', { href: listHref(filters), 'data-cloth': String(colour),
        'aria-current': chosen ? 'true' : null, dir: 'auto', lang: language(name) }, make('span', {}, name)));
}

/** The featured ones: the first with the room of a leading article. */
export function showFeatured(region) {
    return fill(region, {
        load: api.featured,
        waiting: () => skeleton(3, 'card'),
        show: (items) => (items.length === 0
            ? [empty('Nothing featured yet', 'The editors have not picked anything so far.')]
            : [make('div', { class: 'front' }, items.map((item) => make('article', {}, ...card(item, {}))))]),
    });
}

/** The list for some filters, page by page. */
export function showEntries(region, filters, signal) {
    return fill(region, {
        load: () => api.page(filters, undefined, signal),
        signal,
        waiting: () => skeleton(4, 'row'),
        show: (page) => {
            announce(`${counted(page.pagination.total ?? page.data.length, 'conversation')} found`);
            return page.data.length === 0 ? [nothing(filters)] : entries(page, filters, signal);
        },
    });
}

function entries(firstPage, filters, signal) {
    const seen = new Set();
    let lastDay = null;
    const list = make('ol', { class: filters.q ? 'annals ranked' : 'annals' });
    const more = make('div', { class: 'more' });
    add(firstPage);
    return [list, more];

    function add(page) {
        const fresh = page.data.filter((item) => !seen.has(item.id)).map((item) => {
            seen.add(item.id);
            const day = date(item.created_at)?.full;
            const same = !filters.q && day === lastDay;
            lastDay = day;
            return make('li', { class: same ? 'same-day' : null }, make('article', {}, ...card(item, filters, true)));
        });
        list.append(...fresh);
        more.replaceChildren(...foot(page.pagination));
        return fresh;
    }

    function foot(pagination) {
        const shown = make('p', {}, Number.isFinite(pagination.total)
            ? `${counted(seen.size, 'conversation')} of ${counted(pagination.total, '', '').trim()}`
            : counted(seen.size, 'conversation'));
        const button = make('button', { type: 'button', on: { click: () => next(pagination) } }, 'Show more');
        return pagination.hasNextPage ? [shown, button] : [shown];
    }

    async function next(pagination) {
        more.querySelector('button')?.setAttribute('aria-disabled', 'true');
        more.setAttribute('aria-busy', 'true');
        try {
            const fresh = add(await api.page(filters, pagination, signal));
            announce(`${counted(fresh.length, 'more conversation')}`);
            fresh[0]?.querySelector('h3 a').focus({ preventScroll: true });
        } catch (error) {
            if (!signal?.aborted) {
                more.replaceChildren(failure(error, () => next(pagination)));
            }
        } finally {
            more.removeAttribute('aria-busy');
        }
    }
}

function card(item, filters, inMargin = false) {
    const made = date(item.created_at);
    const when = made && make('time', { datetime: made.iso, class: 'when' },
        inMargin ? [make('b', {}, made.short), ' ', made.year] : made.full);
    return [
        make('p', { class: 'kind' }, separated([category(item), inMargin ? null : when])),
        make('h3', { dir: 'auto', lang: language(item.title) },
            make('a', { href: conversationHref(item.id, filters) }, item.title)),
        inMargin ? when : null,
        teaser(item),
        make('p', { class: 'about' }, separated([item.profiles?.full_name ?? item.profiles?.username, item.ai_model,
            ...figures(item)])),
    ];
}

function category(item) {
    return item.category && make('a', { href: listHref({ category: item.category }), 'data-cloth': cloth(item.category),
        class: 'category', dir: 'auto' }, item.category);
}

function teaser(item) {
    const text = item.highlight ?? item.excerpt;
    if (!text) {
        return null;
    }
    const content = item.highlight
        ? pieces(item.highlight).map((piece) => (piece.marked ? make('mark', {}, piece.text) : piece.text))
        : plain(text);
    return make('p', { class: 'teaser', dir: 'auto', lang: language(text) }, content);
}

/** Reading time, likes and comments, as far as there are any. */
export function figures(item) {
    return [
        item.read_time ? `${item.read_time} min read` : null,
        item.likes_count > 0 ? counted(item.likes_count, 'like') : null,
        item.comments_count > 0 ? counted(item.comments_count, 'comment') : null,
    ];
}

function nothing(filters) {
    return Object.keys(filters).length === 0
        ? empty('The shelves are still empty', 'Nobody has published a conversation yet.')
        : empty('Nothing found', 'Try other words, or ', make('a', { href: listHref({}) }, 'look at everything'), '.');
}
