/**
 * Makes an element. Children are nodes or text; text never becomes markup.
 *
 * @param {string} tag
 * @param {Object} [attributes] `on` holds listeners by event name; null and false leave an attribute out
 * @param {...(Node|string|null)} children
 */
export function make(tag, attributes = {}, ...children) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) {
        if (name === 'on') {
            Object.entries(value).forEach(([event, listener]) => element.addEventListener(event, listener));
        } else if (value !== null && value !== undefined && value !== false) {
            element.setAttribute(name, value === true ? '' : value);
        }
    }
    element.append(...children.flat().filter((child) => child !== null && child !== undefined));
    return element;
}

/** Puts dots between the parts that are there; each text becomes an element, so that lines break between them. */
export function separated(parts) {
    const present = parts.filter((part) => part !== null && part !== undefined && part !== '');
    return present
        .map((part) => (typeof part === 'string' ? make('span', { dir: 'auto' }, part) : part))
        .flatMap((part, index) => (index === 0 ? [part] : [' · ', part]));
}

let announcer;

/** Says something to screen readers only. */
export function announce(text) {
    announcer ??= document.getElementById('announcer');
    announcer.textContent = text;
}
