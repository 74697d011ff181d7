import assert from 'node:assert/strict';
import test from 'node:test';
import { conversationHref, listHref, parse } from '../../main/webapp/assets/route.js';

test('an address without anything is the whole list', () => {
    assert.deepEqual(parse({ search: '', hash: '' }), { id: null, filters: {} });
});

test('the query holds the filters, the hash the conversation', () => {
    const route = parse({ search: '?q=caf%C3%A9+au&category=Science&utm=x', hash: '#/conversations/0190-ab' });
    assert.deepEqual(route, { id: '0190-ab', filters: { q: 'café au', category: 'Science' } });
});

test('a blank filter and the category All say nothing', () => {
    assert.deepEqual(parse({ search: '?q=+&category=All&tags=', hash: '' }).filters, {});
});

test('a hash of another shape opens nothing', () => {
    for (const hash of ['#main', '#/conversations/', '#/conversations/../x', '#/conversations/a?b']) {
        assert.equal(parse({ search: '', hash }).id, null);
    }
});

test('an address that was made is read back', () => {
    const filters = { q: 'a&b=c', category: '机器学习' };
    const url = new URL(conversationHref('x-1', filters), 'http://localhost/');
    assert.deepEqual(parse(url), { id: 'x-1', filters });
    assert.equal(listHref({}), './');
});
