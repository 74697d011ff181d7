const ENTITIES = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' };

/**
 * Splits a search highlight, whose only markup is `<mark>`, into its pieces.
 *
 * @param {string} fragment
 * @returns {{text: string, marked: boolean}[]} plain text; any other tag stays the text that it is
 */
export function pieces(fragment) {
    let marked = false;
    const found = [];
    for (const part of fragment.split(/(<\/?mark>)/)) {
        if (part === '<mark>' || part === '</mark>') {
            marked = part === '<mark>';
        } else if (part) {
            found.push({ text: plain(decode(part)), marked });
        }
    }
    return found;
}

/** A text without the Markdown marks that mean nothing in one line. */
export function plain(text) {
    return text.replace(/\*\*|```\w*|`|^#{1,6} /gm, '').replace(/\s+/g, ' ');
}

function decode(text) {
    return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{2,6}));/gi, (entity, decimal, hex, name) => {
        if (name) {
            return ENTITIES[name] ?? entity;
        }
        const point = decimal ? Number(decimal) : Number.parseInt(hex, 16);
        return point <= 0x10ffff ? String.fromCodePoint(point) : entity;
    });
}
