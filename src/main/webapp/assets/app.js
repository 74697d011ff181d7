import * as api from './api.js';
import { announce, make, separated } from './dom.js';
import { counted, date } from './format.js';
import { shelf, showEntries, showFeatured } from './listing.js';
import { showConversation } from './reading.js';
import { listHref, parse } from './route.js';

const SITE = document.title;
const part = (id) => document.getElementById(id);

let names = null; // the categories, once a list was shown
let listed = null; // the address of the list that stands in the page, even while a conversation covers it
let left = { scroll: 0, link: null }; // where the reader left that list
let listing = new AbortController();
let opening = new AbortController();

/** Shows what the address asks for; `moved` is false on the first call, when the focus must stay where it is. */
function show(moved = true) {
    const route = parse(location);
    const covered = document.body.dataset.view === 'reading';
    opening.abort();
    opening = new AbortController();
    if (!covered) {
        left = { scroll: window.scrollY, link: document.activeElement };
    }
    document.body.dataset.view = route.id ? 'reading' : 'list';
    part('list').hidden = route.id !== null;
    part('reading').hidden = route.id === null;
    if (route.id) {
        read(route, moved);
    } else {
        list(route, moved, covered);
    }
}

async function read(route, moved) {
    const { signal } = opening;
    window.scrollTo(0, 0);
    const there = showConversation(part('reading'), route, signal, (title) => entitle(title));
    if (moved) {
        part('main').focus({ preventScroll: true });
    }
    if ((await there) && moved && !signal.aborted) {
        part('reading').querySelector('h1').focus({ preventScroll: true });
    }
}

function list(route, moved, covered) {
    const address = listHref(route.filters);
    entitle(heading(route.filters));
    if (address === listed) {
        window.scrollTo(0, covered ? left.scroll : 0);
        (left.link?.isConnected ? left.link : part('main')).focus({ preventScroll: true });
        return;
    }
    furnish();
    listed = address;
    listing.abort();
    listing = new AbortController();
    const filtered = Object.keys(route.filters).length > 0;
    part('q').value = route.filters.q ?? '';
    part('list').classList.toggle('filtered', filtered);
    part('featured-section').hidden = filtered;
    if (!filtered && !part('featured').hasChildNodes()) {
        showFeatured(part('featured'));
    }
    part('entries-heading').textContent = heading(route.filters) ?? 'Newest';
    describe(route.filters);
    names.then((all) => part('categories').replaceChildren(...shelf(all, route.filters)));
    names.then((all) => part('categories').classList.toggle('long', all.length > 12));
    showEntries(part('entries'), route.filters, listing.signal);
    if (moved && filtered) {
        part('entries-heading').focus();
    } else if (moved) {
        window.scrollTo(0, 0);
        part('main').focus({ preventScroll: true });
    }
}

/** Loads what stands around the list, the first time that there is one. */
function furnish() {
    if (names === null) {
        names = api.categories().catch(() => []);
        showFigures();
    }
}

function entitle(title) {
    document.title = title ? `${title} · ${SITE}` : SITE;
}

function heading({ q, category, tags, ai_model: model }) {
    if (q) {
        return `Results for “${q}”`;
    }
    return category ?? (tags ? `Tagged ${tags}` : model ? `Held with ${model}` : null);
}

function describe(filters) {
    const { q, category, tags, ai_model: model } = filters;
    const within = q ? [category && `in ${category}`, tags && `tagged ${tags}`, model && `with ${model}`] : [];
    const clear = make('a', { href: listHref({}) }, 'Show everything');
    part('filters').hidden = Object.keys(filters).length === 0;
    part('filters').replaceChildren(...separated([within.filter(Boolean).join(', '), clear]));
}

function go(href) {
    const target = new URL(href, location.href);
    if (target.href !== location.href) {
        history.pushState(null, '', target);
    }
    show();
}

async function showFigures() {
    const figures = await api.stats().catch(() => null);
    if (figures) {
        const updated = date(figures.lastUpdated);
        part('figures').replaceChildren(...separated([
            counted(figures.publishedConversations, 'conversation'),
            counted(figures.totalLikes, 'like'),
            counted(figures.totalComments, 'comment'),
            updated && make('span', {}, 'last entry ', make('time', { datetime: updated.iso }, updated.full)),
        ]));
    }
}

async function showServer() {
    const server = await api.server().catch(() => null);
    if (server?.version) {
        part('version').textContent = `Version ${server.version}`;
    }
    reveal('[data-admin]', server?.links?.adminCenter);
    reveal('[data-mails]', server?.links?.mails);
}

/** Shows the links to what not every server has. */
function reveal(selector, address) {
    if (/^https?:\/\//.test(address ?? '')) {
        for (const place of document.querySelectorAll(selector)) {
            place.querySelector('a').href = address;
            place.hidden = false;
        }
    }
}

function online() {
    part('offline').hidden = navigator.onLine;
}

document.addEventListener('click', (event) => {
    const link = event.target.closest('a[href]');
    const plain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
    if (!link || !plain || event.defaultPrevented) {
        return;
    }
    const target = new URL(link.href);
    if (link.id === 'skip') {
        event.preventDefault();
        part('main').focus();
    } else if (target.origin === location.origin && target.pathname === location.pathname) {
        event.preventDefault();
        go(link.href);
    }
});

part('search').addEventListener('submit', (event) => {
    event.preventDefault();
    const { category } = parse(location).filters;
    const q = part('q').value.trim();
    go(listHref({ ...(q && { q }), ...(category && { category }) }));
    announce(q ? 'Searching' : '');
});

history.scrollRestoration = 'manual';
window.addEventListener('popstate', () => show());
window.addEventListener('online', online);
window.addEventListener('offline', online);
online();
show(false);
showServer();
