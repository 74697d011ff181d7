const HUMAN = 'user|human|you said|you|me|用户|ユーザー';
const ASSISTANT = 'assistant|ai|ai assistant|chatgpt|chatgpt said|gpt-?4o?|claude|gemini|copilot|deepseek|grok|bot|助手|アシスタント';
const OTHER = 'system|tool|function|thinking|reasoning';
const ROLE = `(?<role>${HUMAN}|${ASSISTANT}|${OTHER})(?:\\s*\\((?<note>[^()]{1,60})\\))?`;

const BOLD_ALONE = new RegExp(`^\\s*\\*\\*\\s*${ROLE}\\s*[:：]?\\s*\\*\\*\\s*[:：]?\\s*$`, 'iu');
const BOLD = new RegExp(`^\\s*\\*\\*\\s*${ROLE}\\s*(?:[:：]\\s*\\*\\*|\\*\\*\\s*[:：])(?<rest>.*)$`, 'iu');
const HEADING = new RegExp(`^#{1,6}\\s+(?:\\*\\*)?${ROLE}\\s*[:：]?(?:\\*\\*)?\\s*[:：]?\\s*$`, 'iu');
const PLAIN = new RegExp(`^${ROLE}\\s*[:：](?<rest>.*)$`, 'iu');
const FENCE = /^ {0,3}(?:```|~~~)/;

const isHuman = matcher(HUMAN);
const isAssistant = matcher(ASSISTANT);

/**
 * Splits a conversation into its turns by the label at the head of each: `**User**` alone on a line, `## User`,
 * `**User:** text` or `User: text`. The first of these manners that both sides use is taken for all of it, so that
 * a chat quoted in another manner stays part of the turn that quotes it.
 *
 * @param {string} content
 * @returns {{side: 'human'|'assistant'|'other'|'none', speaker: string|null, note: string|null, text: string}[]}
 */
export function turns(content) {
    const lines = content.replace(/\r\n?/g, '\n').split('\n');
    const labels = labelsOf(lines);
    const opening = { side: 'none', speaker: null, note: null, first: 0, start: '' };
    return [opening, ...labels]
        .map((label, index) => {
            const end = labels[index]?.line ?? lines.length;
            const text = [label.start, ...lines.slice(label.first, end)].join('\n');
            return { side: label.side, speaker: label.speaker, note: label.note, text: text.replace(/^\n+|\s+$/g, '') };
        })
        .filter((turn) => turn.text !== '' || turn.side !== 'none');
}

function labelsOf(lines) {
    const manners = [[BOLD_ALONE], [HEADING], [BOLD_ALONE, BOLD], [PLAIN]];
    for (const manner of manners) {
        const labels = find(lines, manner);
        const sides = new Set(labels.map((label) => label.side));
        if (sides.has('human') && sides.has('assistant')) {
            return labels;
        }
    }
    const first = lines.findIndex((line) => line.trim() !== '');
    const labels = find(lines, [BOLD_ALONE, BOLD]);
    return labels[0]?.line === first ? labels : [];
}

function find(lines, manner) {
    const labels = [];
    let fenced = false;
    lines.forEach((line, index) => {
        // An answer cut off inside a code block is common, a bold label inside one is not: only bare labels are
        // taken for code there.
        fenced = manner[0] === PLAIN && FENCE.test(line) ? !fenced : fenced;
        const label = fenced ? null : manner.map((shape) => shape.exec(line)).find(Boolean);
        if (label) {
            const { role, note = null, rest = '' } = label.groups;
            labels.push({ side: side(role), speaker: role, note, line: index, first: index + 1, start: rest.trim() });
        }
    });
    return labels;
}

function side(role) {
    return isHuman.test(role) ? 'human' : isAssistant.test(role) ? 'assistant' : 'other';
}

function matcher(roles) {
    return new RegExp(`^(?:${roles})$`, 'iu');
}
