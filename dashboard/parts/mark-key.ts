import { html } from '../dom/element.ts';

/** What each mark of a chart of rows stands for. */
export function markKey(entries: readonly (readonly ['own' | 'other' | 'third', string])[]): HTMLElement {
  return html(
    'figcaption',
    {},
    html(
      'ul',
      { class: 'key' },
      entries.map(([series, text]) =>
        html('li', {}, html('span', { class: `key-mark key-${series}`, 'aria-hidden': 'true' }), text),
      ),
    ),
  );
}
