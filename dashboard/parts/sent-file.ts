import type { Answer } from '../api/ask.ts';
import type { ChosenFile, Report } from '../api/send-file.ts';
import { html } from '../dom/element.ts';
import { contentText, stateWords } from '../words/files.ts';

/** Problems that are shown at once; the report has them all. */
const AT_ONCE = 20;

/** What became of a file that was just sent, and how to mend what is wrong in it. */
export function sentFile({ area, file }: ChosenFile, answer: Answer<Report>): HTMLElement {
  if (answer.kind === 'failed') {
    const why =
      answer.detail ?? 'The service did not answer. Check your connection, then send the file again.';
    return html(
      'div',
      { class: 'notice notice-failure' },
      html('p', {}, `${file.name} was not taken in. ${why}`),
    );
  }
  const { id, state, problems, problemCount } = answer.body;
  const shown = problems.slice(0, AT_ONCE);
  return html(
    'div',
    { class: `notice sent-${state}` },
    html('p', {}, html('strong', {}, `${file.name}: ${stateWords[state]}.`), ` ${contentText(answer.body)}.`),
    shown.length === 0
      ? null
      : html(
          'ul',
          { class: 'problems' },
          shown.map(({ row, column, message }) =>
            html('li', {}, html('strong', {}, placeOf(row, column)), message),
          ),
        ),
    problemCount > shown.length
      ? html('p', {}, `${problemCount - shown.length} more are in the report.`)
      : null,
    html(
      'p',
      {},
      html(
        'a',
        { href: `/api/v1/areas/${encodeURIComponent(area)}/drops/${encodeURIComponent(id)}` },
        'The whole report',
      ),
    ),
  );
}

function placeOf(row: number | null, column: string | null): string {
  const parts = [row === null ? null : `Row ${row}`, column];
  const place = parts.filter((part) => part !== null).join(', ');
  return place === '' ? '' : `${place}: `;
}
