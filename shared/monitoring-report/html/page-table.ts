import type { Rating } from '../../rating/rating.ts';
import { type Html, html } from '../../report/html-text.ts';
import { NOT_PUBLISHED, ratingName, TO_COMPLETE } from '../report-words.ts';

/** What may stand in a cell or a paragraph. */
export type Shown = string | Html | readonly Html[];

export type PageColumn<Row> = { readonly heading: string; readonly cell: (row: Row) => Shown };

/** A table with a caption and real headings; the first column names the row. On a narrow screen rows become cards. */
export function pageTable<Row>(
  caption: string,
  columns: readonly PageColumn<Row>[],
  rows: readonly Row[],
): Html {
  return html`<table class="cards" role="table"><caption>${caption}</caption>
<thead role="rowgroup"><tr role="row">${columns.map(({ heading }) => html`<th scope="col" role="columnheader">${heading}</th>`)}</tr></thead>
<tbody role="rowgroup">${rows.map(
    (row) =>
      html`<tr role="row">${columns.map(({ heading, cell }, at) =>
        at === 0
          ? html`<th scope="row" role="rowheader">${cell(row)}</th>`
          : html`<td role="cell" data-heading="${heading}">${cell(row)}</td>`,
      )}</tr>`,
  )}</tbody></table>`;
}

/** A rating by its name, in its colour. */
export function ratingMark(rating: Rating | null): Html {
  return rating === null
    ? html`<span class="soft">${NOT_PUBLISHED}</span>`
    : html`<span class="rating ${rating}">${ratingName(rating)}</span>`;
}

/** What somebody said, or that it is still to be said. */
export function saidOr(text: string | null): Html {
  return text === null ? html`<span class="todo">${TO_COMPLETE}</span>` : html`${text}`;
}

/** Lines of a cell, each in a line of its own. */
export function lines(texts: readonly string[]): readonly Html[] {
  return texts.map((text, at) =>
    at === 0 ? html`<span>${text}</span>` : html`<span class="soft">${text}</span>`,
  );
}
