import assert from 'node:assert/strict';
import test from 'node:test';
import { inline } from '../../main/webapp/assets/inline.js';
import { parse } from '../../main/webapp/assets/markdown.js';

const text = (nodes) => nodes.map((node) => node.text ?? text(node.children)).join('');
const types = (blocks) => blocks.map((block) => block.type);

test('paragraphs keep their line breaks', () => {
    const [first, second] = parse('a\nb\n\nc');
    assert.equal(text(first.children), 'a\nb');
    assert.equal(text(second.children), 'c');
});

test('a fence holds anything, closed or not', () => {
    assert.deepEqual(parse('```js\n# a\n\n**b**\n```\nc')[0], { type: 'code', language: 'js', text: '# a\n\n**b**' });
    assert.deepEqual(parse('````\n```\nx'), [{ type: 'code', language: '', text: '```\nx' }]);
});

test('lists nest and number', () => {
    const [list, after] = parse('3. a\n   - b\n   - c\n\n4. d\n\nend');
    assert.equal(list.start, 3);
    assert.deepEqual(list.items.map(types), [['paragraph', 'list'], ['paragraph']]);
    assert.equal(after.type, 'paragraph');
});

test('a number at the head of a line of prose is no list', () => {
    assert.deepEqual(types(parse('It was in\n1984. Then')), ['paragraph']);
});

test('headings, rules, quotes and tables are known', () => {
    assert.deepEqual(types(parse('# a\n---\n> b\n\n| a | b |\n|---|:-:|\n| 1 | 2 |')), ['heading', 'rule', 'quote', 'table']);
});

test('emphasis nests, and leaves names and sums alone', () => {
    assert.deepEqual(inline('**a *b* c**'), [{ type: 'strong', children: [
        { type: 'text', text: 'a ' }, { type: 'em', children: [{ type: 'text', text: 'b' }] }, { type: 'text', text: ' c' }] }]);
    assert.deepEqual(inline('snake_case_name 2*3*4 2 * 3 * 4'), [{ type: 'text', text: 'snake_case_name 2*3*4 2 * 3 * 4' }]);
});

test('only web addresses become links', () => {
    assert.equal(inline('[a](https://example.org/b_(c))')[0].href, 'https://example.org/b_(c)');
    for (const target of ['javascript:alert(1)', 'data:text/html,x', 'file:///etc', '//host', 'JAVASCRIPT:x', 'mailto:a']) {
        assert.equal(inline(`[a](${target})`).some((node) => node.type === 'link'), false, target);
    }
    assert.equal(inline('see https://example.org/x.')[1].href, 'https://example.org/x');
});

test('a link holds no link', () => {
    assert.deepEqual(inline('[https://example.org](https://example.net/)')[0].children, [{ type: 'text', text: 'https://example.org' }]);
});

test('HTML is text', () => {
    assert.deepEqual(inline('<b onclick=x>'), [{ type: 'text', text: '<b onclick=x>' }]);
});

test('hostile texts cost little', () => {
    const hostile = ['**', '*a ', '[', '`', '_a', '> ', '- ', '  - \n', '|', '|-', '![](', '~~a', '1. ', '\\', 'https://', '# '];
    for (const piece of hostile) {
        const started = performance.now();
        parse(piece.repeat(200_000 / piece.length));
        parse(`${piece}\n`.repeat(20_000));
        assert.ok(performance.now() - started < 2_000, JSON.stringify(piece) + (performance.now() - started));
    }
});
