import { siteMap } from '../dashboard/site-map.ts';
import { type Html, html } from '../shared/report/html-text.ts';

/**
 * The links to the groups of pages and, below each, to its pages. They stand in the document itself, so that nothing
 * moves when the script comes, which marks the page that is shown.
 */
export function pageNavigation(): string {
  return siteMap.map(({ title, pages }) => item(title, pages).html).join('\n');
}

type Entry = { readonly page: string; readonly title?: string };

function item(title: string, pages: readonly [Entry, ...Entry[]]): Html {
  const named = pages.flatMap(({ page, title: name }) => (name === undefined ? [] : [{ page, name }]));
  const below = named.map(({ page, name }) => html`<li>${link(page, name)}</li>`);
  return html`<li>${link(pages[0].page, title)}<ul>${below}</ul></li>`;
}

function link(page: string, name: string): Html {
  return html`<a href="?page=${page}" data-page="${page}">${name}</a>`;
}
