import { make } from './dom.js';

const INLINE = { strong: 'strong', em: 'em', del: 'del', span: 'span' };

/**
 * Turns parsed Markdown into elements.
 *
 * @param {Object[]} blocks from markdown.js
 * @param {number} above the level of the heading that these stand under
 */
export function render(blocks, above) {
    return blocks.map((block) => BLOCKS[block.type](block, above));
}

const BLOCKS = {
    paragraph: (block) => make('p', { dir: 'auto' }, run(block.children)),
    heading: (block, above) => {
        return make(`h${Math.min(6, above + block.level)}`, { dir: 'auto' }, run(block.children));
    },
    rule: () => make('hr'),
    quote: (block, above) => make('blockquote', { dir: 'auto' }, render(block.blocks, above)),
    code: (block) => scrollable(make('pre', { translate: 'no', dir: 'ltr' }, make('code', {}, block.text)),
        block.language ? `Code, ${block.language}` : 'Code', block.language),
    table: (block) => scrollable(
        make('table', {},
            make('thead', {}, make('tr', {}, block.head.map((cell) => make('th', { scope: 'col' }, run(cell))))),
            make('tbody', {}, block.rows.map((row) => make('tr', {}, row.map((cell) => make('td', {}, run(cell))))))),
        'Table'),
    list: (block, above) => make(block.start === null ? 'ul' : 'ol', { start: block.start },
        block.items.map((item) => make('li', { dir: 'auto' },
            item.length > 0 && item[0].type === 'paragraph'
                ? [...run(item[0].children), ...render(item.slice(1), above)]
                : render(item, above)))),
};

function scrollable(content, name, caption) {
    return make('div', { class: 'scrollable', role: 'group', 'aria-label': name, tabindex: '0',
        'data-caption': caption || null }, content);
}

function run(nodes) {
    return nodes.flatMap((node) => {
        if (node.type === 'text') {
            return node.text.split('\n').flatMap((line, index) => (index === 0 ? [line] : [make('br'), line]));
        }
        if (node.type === 'code') {
            return [make('code', { translate: 'no' }, node.text)];
        }
        if (node.type === 'link') {
            return [make('a', { href: node.href, rel: 'noopener nofollow ugc' }, run(node.children))];
        }
        return [make(INLINE[node.type], {}, run(node.children))];
    });
}
