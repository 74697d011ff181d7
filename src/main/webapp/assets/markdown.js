import { inline } from './inline.js';

const DEEPEST = 6;
const FENCE = /^( {0,3})(`{3,}|~{3,})\s*([^`]*)$/;
const HEADING = /^ {0,3}(#{1,6})\s+(.+?)\s*#*$/;
const RULE = /^ {0,3}(?:-(?:\s*-){2,}|\*(?:\s*\*){2,}|_(?:\s*_){2,})\s*$/;
const QUOTE = /^ {0,3}> ?(.*)$/;
const ITEM = /^(\s*)([-*+•]|(\d{1,9})[.)])(\s+)(\S.*)$/;
const DIVIDER = /^\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$/;

/**
 * Reads the blocks of a Markdown text: what people paste from assistants, not the whole of the language. HTML in it is
 * text like any other.
 *
 * @param {string} text
 * @returns {Object[]} blocks of type paragraph, heading, code, quote, list, table or rule
 */
export function parse(text, depth = 0) {
    const lines = text.split('\n');
    const blocks = [];
    let at = 0;
    while (at < lines.length) {
        if (lines[at].trim() === '') {
            at += 1;
            continue;
        }
        const { block, next } = special(lines, at, depth) ?? paragraph(lines, at, depth);
        blocks.push(block);
        at = next;
    }
    return blocks;
}

function special(lines, at, depth) {
    return code(lines, at) ?? heading(lines, at) ?? rule(lines, at) ?? table(lines, at)
        ?? (depth < DEEPEST ? quote(lines, at, depth) ?? list(lines, at, depth) : null);
}

function code(lines, at) {
    const opening = FENCE.exec(lines[at]);
    if (!opening) {
        return null;
    }
    const [, indent, mark, language] = opening;
    let end = at + 1;
    while (end < lines.length && !closes(lines[end], mark)) {
        end += 1;
    }
    const text = lines.slice(at + 1, end).map((line) => dedent(line, indent.length)).join('\n');
    return { block: { type: 'code', language: language.trim().split(/\s/)[0], text }, next: end + 1 };
}

function closes(line, mark) {
    const text = line.trim();
    return text.startsWith(mark) && text === mark[0].repeat(text.length);
}

function heading(lines, at) {
    const match = HEADING.exec(lines[at]);
    return match && { block: { type: 'heading', level: match[1].length, children: inline(match[2]) }, next: at + 1 };
}

function rule(lines, at) {
    return RULE.test(lines[at]) ? { block: { type: 'rule' }, next: at + 1 } : null;
}

function table(lines, at) {
    const divider = lines[at + 1] ?? '';
    if (!lines[at].includes('|') || !divider.includes('|') || !DIVIDER.test(divider)) {
        return null;
    }
    let end = at + 2;
    while (end < lines.length && lines[end].includes('|')) {
        end += 1;
    }
    const rows = lines.slice(at + 2, end).map(cells);
    return { block: { type: 'table', head: cells(lines[at]), rows }, next: end };
}

function cells(line) {
    return line.trim().replace(/^\||\|$/g, '').split(/(?<!\\)\|/).map((cell) => inline(cell.trim()));
}

function quote(lines, at, depth) {
    let end = at;
    const inner = [];
    for (let match = QUOTE.exec(lines[end]); match; match = QUOTE.exec(lines[end] ?? '')) {
        inner.push(match[1]);
        end += 1;
    }
    return end > at ? { block: { type: 'quote', blocks: parse(inner.join('\n'), depth + 1) }, next: end } : null;
}

function list(lines, at, depth) {
    const first = ITEM.exec(lines[at]);
    if (!first) {
        return null;
    }
    const items = [];
    let end = at;
    while (end < lines.length && belongs(lines, end, first)) {
        const item = ITEM.exec(lines[end]);
        if (item && indentOf(item[1]) < indentOf(first[1]) + 2) {
            items.push([item[5]]);
        } else {
            items.at(-1).push(dedent(lines[end], indentOf(first[1]) + first[2].length + first[4].length));
        }
        end += 1;
    }
    const blocks = items.map((item) => parse(item.join('\n'), depth + 1));
    return { block: { type: 'list', start: first[3] ? Number(first[3]) : null, items: blocks }, next: end };
}

/** Whether a line goes on with the list that `first` began: an item of its kind, deeper text, or a gap before these. */
function belongs(lines, at, first) {
    let line = at;
    while (line < lines.length && lines[line].trim() === '') {
        line += 1;
    }
    if (line === lines.length) {
        return false;
    }
    const indent = indentOf(/^\s*/.exec(lines[line])[0]);
    if (indent >= indentOf(first[1]) + 2) {
        return true;
    }
    const item = ITEM.exec(lines[line]);
    if (item) {
        return Boolean(item[3]) === Boolean(first[3]) && indent >= indentOf(first[1]) && !RULE.test(lines[line]);
    }
    return line === at && lines[at - 1]?.trim() !== '' && !starts(lines, line);
}

function paragraph(lines, at, depth) {
    let end = at + 1;
    while (end < lines.length && lines[end].trim() !== '' && !starts(lines, end, depth)) {
        end += 1;
    }
    const text = lines.slice(at, end).map((line) => line.trim()).join('\n');
    return { block: { type: 'paragraph', children: inline(text) }, next: end };
}

/** Whether a line ends the paragraph above it. A number does so only as the first of a list: "in\n1984. Then". */
function starts(lines, at, depth = 0) {
    const item = ITEM.exec(lines[at]);
    return [FENCE, HEADING, RULE].some((shape) => shape.test(lines[at]))
        || (depth < DEEPEST && (QUOTE.test(lines[at]) || (item !== null && (!item[3] || Number(item[3]) === 1))))
        || table(lines, at) !== null;
}

function dedent(line, width) {
    return line.slice(Math.min(width, /^\s*/.exec(line)[0].length));
}

function indentOf(space) {
    return space.replace(/\t/g, '    ').length;
}
