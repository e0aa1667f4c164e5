import { html } from '../dom/element.ts';

/** Links to the parts of a long page, so that none has to be looked for. */
export function pageContents(parts: readonly (readonly [id: string, heading: string])[]): HTMLElement {
  return html(
    'nav',
    { class: 'page-contents', 'aria-label': 'On this page' },
    html(
      'ul',
      {},
      parts.map(([id, heading]) => html('li', {}, linkTo(`${id}-heading`, heading))),
    ),
  );
}

/** Goes there without an entry in the history: the back button leads to the page before, not up and down this one. */
function linkTo(id: string, heading: string): HTMLElement {
  const link = html('a', { href: `#${id}` }, heading);
  link.addEventListener('click', (event) => {
    event.preventDefault();
    const target = document.getElementById(id);
    target?.setAttribute('tabindex', '-1');
    target?.focus();
    target?.scrollIntoView();
  });
  return link;
}
