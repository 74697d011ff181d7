const english = navigator.languages?.find((tag) => /^en\b/.test(tag)) ?? 'en-GB';
const number = new Intl.NumberFormat(english);
const day = new Intl.DateTimeFormat(english, { day: 'numeric', month: 'long', year: 'numeric' });
const shortDay = new Intl.DateTimeFormat(english, { day: 'numeric', month: 'short' });
const year = new Intl.DateTimeFormat(english, { year: 'numeric' });
const plural = new Intl.PluralRules('en');

const SCRIPTS = [
    ['ja', /[\p{Script=Hiragana}\p{Script=Katakana}]/gu],
    ['ko', /\p{Script=Hangul}/gu],
    ['zh', /\p{Script=Han}/gu],
    ['ar', /\p{Script=Arabic}/gu],
    ['he', /\p{Script=Hebrew}/gu],
    ['hi', /\p{Script=Devanagari}/gu],
    ['ru', /\p{Script=Cyrillic}/gu],
    ['el', /\p{Script=Greek}/gu],
    ['th', /\p{Script=Thai}/gu],
];

/** "1 like", "1,204 likes". */
export function counted(count, one, many = `${one}s`) {
    return `${number.format(count)} ${plural.select(count) === 'one' ? one : many}`;
}

/** The reader's calendar day of an instant, in three lengths; null for anything that is no time. */
export function date(instant) {
    const time = new Date(instant ?? NaN);
    if (Number.isNaN(time.getTime())) {
        return null;
    }
    return { iso: time.toISOString(), full: day.format(time), short: shortDay.format(time), year: year.format(time) };
}

/**
 * The language that a text is most likely in, judged by its script alone, for the choice of font and voice.
 *
 * @returns {string|null} a language tag; null for Latin and for anything mixed, which then counts as the page's own
 */
export function language(text) {
    const sample = (text ?? '').slice(0, 2000);
    const letters = sample.match(/\p{L}/gu)?.length ?? 0;
    const found = SCRIPTS.find(([tag, script]) => {
        const share = (sample.match(script)?.length ?? 0) / letters;
        return share > (tag === 'ja' ? 0.1 : 0.3);
    });
    return found ? found[0] : null;
}
