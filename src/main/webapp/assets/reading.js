import * as api from './api.js';
import { make, separated } from './dom.js';
import { date, language } from './format.js';
import { cloth, figures } from './listing.js';
import { parse } from './markdown.js';
import { render } from './render.js';
import { listHref } from './route.js';
import { fill, skeleton } from './states.js';
import { turns } from './transcript.js';

/**
 * Shows one conversation as a printed dialogue.
 *
 * @param {HTMLElement} region
 * @param {{id: string, filters: Object<string, string>}} route the list to lead back to is that of its filters
 * @param {AbortSignal} signal
 * @param {function(string)} titled told the title once it is known
 */
export function showConversation(region, route, signal, titled) {
    const back = () => make('p', { class: 'back' }, make('a', { href: listHref(route.filters) },
        Object.keys(route.filters).length === 0 ? 'All conversations' : 'Back to the list'));
    const body = make('div');
    region.replaceChildren(back(), body);
    return fill(body, {
        load: () => api.conversation(route.id, signal),
        signal,
        waiting: () => skeleton(3, 'page'),
        show: (conversation) => {
            titled(conversation.title);
            return [head(conversation), dialogue(conversation), back()];
        },
    });
}

function head(conversation) {
    const { title, category, tags, ai_model: model, profiles } = conversation;
    const made = date(conversation.created_at);
    return make('header', { class: 'head' },
        make('p', { class: 'kind' }, category && make('a', { href: listHref({ category }), class: 'category',
            'data-cloth': cloth(category), dir: 'auto' }, category)),
        make('h1', { tabindex: '-1', dir: 'auto', lang: language(title) }, title),
        make('p', { class: 'about' }, separated([
            profiles?.full_name ?? profiles?.username,
            made && make('time', { datetime: made.iso }, made.full),
            model && make('a', { href: listHref({ ai_model: model }) }, model),
            ...figures(conversation),
        ])),
        tags?.length > 0 ? make('ul', { class: 'tags', 'aria-label': 'Tags' }, tags.map((tag) => make('li', {},
            make('a', { href: listHref({ tags: tag }), dir: 'auto', lang: language(tag) }, tag)))) : null);
}

function dialogue(conversation) {
    return make('div', { class: 'dialogue' }, turns(conversation.content ?? '').map((turn) => make('section', {
        class: `turn ${turn.side}`, lang: language(turn.text) },
    turn.speaker && make('h2', { class: 'speaker', lang: 'en' },
        make('span', {}, turn.speaker), turn.note && make('small', {}, turn.note)),
    make('div', { class: 'said' }, render(parse(turn.text), 2)))));
}
