import assert from 'node:assert/strict';
import test from 'node:test';
import { turns } from '../../main/webapp/assets/transcript.js';

const short = (content) => turns(content).map((turn) => [turn.side, turn.text]);

test('bold labels alone on a line begin the turns', () => {
    assert.deepEqual(short('**User**\n\nHello\n\n**Assistant**\n\nHi\nthere\n'), [['human', 'Hello'], ['assistant', 'Hi\nthere']]);
});

test('labels with their text on the same line, headings and bare names do too', () => {
    const expected = [['human', 'Hello'], ['assistant', 'Hi']];
    assert.deepEqual(short('**User:** Hello\n\n**Assistant**: Hi'), expected);
    assert.deepEqual(short('## User\nHello\n## Assistant:\nHi'), expected);
    assert.deepEqual(short('User: Hello\r\nAI: Hi'), expected);
    assert.deepEqual(short('**用户**：Hello\n**助手：** Hi'), expected);
});

test('text before the first label is nobody\'s', () => {
    assert.deepEqual(short('Intro\n\n**User**\nA\n**Assistant**\nB')[0], ['none', 'Intro']);
});

test('a label may name the model', () => {
    assert.deepEqual(turns('**User**\nA\n**Assistant (gpt-4o)**\nB')[1],
        { side: 'assistant', speaker: 'Assistant', note: 'gpt-4o', text: 'B' });
});

test('a chat quoted in another manner stays part of its turn', () => {
    assert.deepEqual(short('**User**\nUser: x\nAssistant: y\n**Assistant**\nok'),
        [['human', 'User: x\nAssistant: y'], ['assistant', 'ok']]);
});

test('bare labels inside a code block are code, bold ones end a block that was cut off', () => {
    assert.equal(turns('User: a\n```\nAssistant: b\n```\nAssistant: c').length, 2);
    assert.equal(turns('**User**\n```\ncut\n**Assistant**\nb').length, 2);
});

test('a text without labels is one turn', () => {
    assert.deepEqual(short('An essay.\n\n**Answer:** 42\n\nNote: AI: everywhere'), [['none', 'An essay.\n\n**Answer:** 42\n\nNote: AI: everywhere']]);
    assert.deepEqual(turns(''), []);
});
