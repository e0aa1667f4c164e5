import { inOwnWords } from '../../../shared/report/own-words.ts';
import { columnText, rowsText } from '../../../shared/report/place-text.ts';
import { type ProblemGroup, problemGroups, warningGroups } from '../../../shared/report/problem-groups.ts';
import { account, headline, isTried, steps } from '../../../shared/report/summary-words.ts';
import type { Report } from '../../api/try-file.ts';
import { type Content, html } from '../../dom/element.ts';
import { capital } from '../../words/capital.ts';
import { counted } from '../../words/counted.ts';
import { type Column, table } from '../table.ts';

/** What is told at once; whoever has mended so much tries again. */
const AT_ONCE = 50;
const MOST_VALUES = 6;

/** What became of a file, or would, why, and what to mend in which row and column. */
export function reportShown(report: Report): HTMLElement {
  const { tone, text } = headline(report);
  const [first] = report.problems;
  const why = report.state === 'quarantined' && first ? inOwnWords(report, first.message) : '';
  return html(
    'div',
    { class: 'report' },
    html(
      'div',
      { class: `notice report-${tone}` },
      html('p', {}, html('strong', {}, `${text}.`)),
      [account(report), why].filter((each) => each !== '').map((each) => html('p', {}, each)),
      nextSteps(report),
    ),
    mend(report),
    worthALook(report),
  );
}

function nextSteps(report: Report): Content {
  const list = isTried(report) ? [] : steps(report);
  return list.length === 0
    ? null
    : html(
        'ol',
        { class: 'next-steps' },
        list.map((each) => html('li', {}, each)),
      );
}

function mend(report: Report): Content {
  const { state, problems, problemCount } = report;
  // The first problem of a file that is refused is the reason above.
  const groups = problemGroups({ problems: state === 'quarantined' ? problems.slice(1) : problems });
  if (groups.length === 0) return null;
  const shown = groups.slice(0, AT_ONCE);
  const told = shown.reduce((sum, { rows }) => sum + Math.max(1, rows.length), 0);
  const left = problemCount - told - (state === 'quarantined' ? 1 : 0);
  return [
    table(
      `What to mend (${counted(problemCount, 'problem')})`,
      columnsOf(report),
      shown,
      'table-mend table-cards',
    ),
    left > 0
      ? html('p', {}, `And ${counted(left, 'problem')} more: mend these first, then try again.`)
      : null,
  ];
}

function worthALook(report: Report): Content {
  const groups = warningGroups(report);
  if (groups.length === 0) return null;
  return html(
    'details',
    {},
    html('summary', {}, `Worth a look (${groups.length}): taken, but check that it is meant`),
    html(
      'ul',
      { class: 'notes' },
      groups
        .slice(0, AT_ONCE)
        .map((group) =>
          html('li', {}, html('strong', {}, `${placeOf(report, group)}: `), told(report, group)),
        ),
    ),
  );
}

function columnsOf(report: Report): readonly Column<ProblemGroup>[] {
  return [
    { heading: 'Where', kind: 'row', cell: (group) => placeOf(report, group) },
    { heading: 'It says', cell: ({ values }) => valuesOf(values) },
    { heading: 'How to mend it', cell: (group) => told(report, group) },
  ];
}

function placeOf(report: Report, { rows, column }: ProblemGroup): string {
  const parts = [
    ...(rows.length === 0 ? [] : [rowsText(rows)]),
    ...(column === null ? [] : [columnText(report, column)]),
  ];
  const text = parts.join(', ');
  return text === '' ? 'The whole file' : capital(text);
}

function valuesOf(values: readonly string[]): Content {
  if (values.length === 0) return html('span', { class: 'fine' }, 'not repeated here');
  const more = values.length - MOST_VALUES;
  const shown = values.slice(0, MOST_VALUES).map((value, at) => [at === 0 ? '' : ', ', html('q', {}, value)]);
  return [shown, more > 0 ? ` and ${more} more` : ''];
}

function told(report: Report, { rows, message }: ProblemGroup): string {
  const many = rows.length > 1 ? `The same in ${counted(rows.length, 'row')}. For the first: ` : '';
  return `${many}${inOwnWords(report, message)}`;
}
