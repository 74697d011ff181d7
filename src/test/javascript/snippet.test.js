import assert from 'node:assert/strict';
import test from 'node:test';
import { pieces, plain } from '../../main/webapp/assets/snippet.js';

test('marks are told from the text around them', () => {
    assert.deepEqual(pieces('a <mark>b</mark> c'), [
        { text: 'a ', marked: false }, { text: 'b', marked: true }, { text: ' c', marked: false }]);
});

test('entities become characters, once', () => {
    assert.deepEqual(pieces('&lt;b&gt; &amp;lt; &#39;&#x27;&quot; &unknown; &#9999999;'), [
        { text: '<b> &lt; \'\'" &unknown; &#9999999;', marked: false }]);
});

test('any other tag is text', () => {
    assert.deepEqual(pieces('<img src=x><mark class="y">z'), [{ text: '<img src=x><mark class="y">z', marked: false }]);
});

test('one line needs no Markdown', () => {
    assert.equal(plain('## Title\n\n**User**\n\nuse `x`'), 'Title User use x');
});
