const LONGEST = 20_000;
const DEEPEST = 4;

// Each repetition is bounded: a hostile text must not cost more than its length allows.
const TOKEN = new RegExp(
    [
        String.raw`\\(?<escaped>[\\${'`'}*_{}[\]()#+.!~>|-])`,
        String.raw`(?<ticks>${'`'}{1,3})(?!${'`'})(?<code>[^\n]{1,500}?)\k<ticks>(?!${'`'})`,
        String.raw`\*\*(?<strong>\S(?:[^\n]{0,500}?\S)?)\*\*`,
        String.raw`(?<![\w*])\*(?<emphasis>[^\s*](?:[^*\n]{0,300}?[^\s*])?)\*(?![\w*])`,
        String.raw`(?<![\w_])_(?<underlined>[^\s_](?:[^_\n]{0,300}?[^\s_])?)_(?![\w_])`,
        String.raw`~~(?<deleted>\S(?:[^~\n]{0,300}?\S)?)~~`,
        String.raw`!?\[(?<label>[^[\]\n]{0,300})\]\((?<target>[^()\s]{1,2000}(?:\([^()\s]{0,200}\))?)(?: "[^"\n]{0,200}")?\)`,
        String.raw`(?<address>https?:\/\/[^\s<>"'${'`'}()[\]{}，。、；：！？）】」]{1,2000})`,
    ].join('|'),
    'gu',
);

/**
 * Reads the Markdown inside a paragraph.
 *
 * @param {string} text
 * @returns {{type: string, text?: string, href?: string, children?: Object[]}[]} type is text, code, strong, em, del
 *     or link; a link's href is http or https, anything else stays text
 */
export function inline(text, depth = 0) {
    if (text.length > LONGEST || depth > DEEPEST) {
        return [{ type: 'text', text }];
    }
    const nodes = [];
    let end = 0;
    for (const match of text.matchAll(TOKEN)) {
        const { node, length } = read(match, depth);
        nodes.push({ type: 'text', text: text.slice(end, match.index) }, node);
        end = match.index + length;
    }
    nodes.push({ type: 'text', text: text.slice(end) });
    return nodes.filter((node) => node.type !== 'text' || node.text !== '');
}

function read(match, depth) {
    const { escaped, code, strong, emphasis, underlined, deleted, label, target, address } = match.groups;
    if (address) {
        const trimmed = address.replace(/[.,;:!?*_]+$/, '');
        return { node: link(trimmed, [{ type: 'text', text: trimmed }]), length: trimmed.length };
    }
    return { node: node(), length: match[0].length };

    function node() {
        if (escaped) {
            return { type: 'text', text: escaped };
        }
        if (code) {
            return { type: 'code', text: code.trim() || code };
        }
        if (target) {
            return link(target, inline(label || target, depth + 1));
        }
        const type = strong ? 'strong' : deleted ? 'del' : 'em';
        return { type, children: inline(strong ?? emphasis ?? underlined ?? deleted, depth + 1) };
    }
}

function link(target, children) {
    const href = safe(target);
    const flat = children.map((child) => (child.type === 'link' ? child.children : child)).flat();
    return href ? { type: 'link', href, children: flat } : { type: 'span', children: flat };
}

function safe(target) {
    try {
        const url = new URL(target);
        return ['http:', 'https:'].includes(url.protocol) ? url.href : null;
    } catch {
        return null;
    }
}
