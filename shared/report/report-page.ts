import { areaByCode } from '../catalogue/areas.ts';
import { feedById } from '../catalogue/feeds/feeds.ts';
import type { DropReport } from '../facts/drop.ts';
import { SHARED_AREA, UNKNOWN_AREA } from '../facts/folder.ts';
import { type Html, html } from './html-text.ts';
import { inOwnWords } from './own-words.ts';
import { pageStyle } from './page-style.ts';
import { columnLetters, columnText, rowsText } from './place-text.ts';
import { type ProblemGroup, problemGroups, warningGroups } from './problem-groups.ts';
import { account, counted, fileName, headline, isTried, mayBeShown, steps } from './summary-words.ts';

/**
 * A report as a page for whoever made the file: what happened, what to do, and every problem in the order of the file.
 * It holds its own style and no script, and can be kept or sent on as one file. Everything out of the file is escaped;
 * of a file with personal data a report has no values, so the page has none.
 */
export function reportPage(report: DropReport): string {
  const name = fileName(report);
  const { tone, text } = headline(report);
  const said = account(report);
  const page = html`<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${text}: ${name}</title>
<style>${{ html: pageStyle }}</style>
</head>
<body>
<header><p>Bellwether ${isTried(report) ? 'trial of a file' : 'report on a file'}</p></header>
<main>
<h1>${name}</h1>
<div class="banner ${tone}">
<p class="said">${text}.</p>
${said === '' ? '' : html`<p>${said}</p>`}
${isTried(report) ? html`<p>This was a trial: nothing is stored.</p>` : ''}
${whyNothing(report)}
</div>
${todo(report)}
${problemSection(report)}
${warningSection(report)}
${columnsTable(report)}
</main>
${particulars(report)}
</body>
</html>
`;
  return page.html;
}

/** Of a quarantined file, the reason at once. */
function whyNothing(report: DropReport): Html | string {
  const {
    state,
    problems: [first],
  } = report;
  return state === 'quarantined' && first ? html`<p>${inOwnWords(report, first.message)}</p>` : '';
}

function todo(report: DropReport): Html {
  const todo = steps(report);
  const [only] = todo;
  const list =
    todo.length > 1
      ? html`<ol>${todo.map((step) => html`<li>${step}</li>`)}</ol>`
      : html`<p>${only ?? 'Nothing: all is well.'}</p>`;
  const sheet = hasSheet(report)
    ? html`<p><a href="?format=xlsx">Download your sheet with the places marked (Excel)</a></p>`
    : '';
  return html`<h2>What to do</h2>${list}${sheet}`;
}

function hasSheet(report: DropReport): boolean {
  return !isTried(report) && mayBeShown(report) && report.problems.length + report.warnings.length > 0;
}

function problemSection(report: DropReport): Html | string {
  const { state, problems, problemCount } = report;
  // The first problem of a quarantined file is the reason above.
  const listed = state === 'quarantined' ? problems.slice(1) : problems;
  if (listed.length === 0) return '';
  const left = problemCount - problems.length;
  return html`<h2>What to mend</h2>
<ol class="problems">${problemGroups({ problems: listed }).map((group) => problemItem(report, group))}</ol>
${left > 0 ? html`<p>And ${counted(left, 'more problem')}: mend these first, and try the file again.</p>` : ''}`;
}

function warningSection(report: DropReport): Html | string {
  const groups = warningGroups(report);
  if (groups.length === 0) return '';
  return html`<h2>Worth a look</h2>
<p class="soft">None of this was refused. Check whether it is what you meant.</p>
<ul class="problems">${groups.map((group) => problemItem(report, group))}</ul>`;
}

const MOST_VALUES = 6;

function problemItem(report: DropReport, group: ProblemGroup): Html {
  const { rows, column, values, message } = group;
  const place = [
    ...(rows.length > 0 ? [rowsText(rows)] : []),
    ...(column === null ? [] : [columnText(report, column)]),
  ].join(', ');
  const many = rows.length > 1;
  const shown = values.slice(0, MOST_VALUES);
  const others = values.length - shown.length;
  return html`<li>
<h3>${place === '' ? 'The whole file' : capital(place)}</h3>
${shown.length === 0 ? '' : html`<p class="there">It says ${shown.map((value, at) => html`${at === 0 ? '' : ', '}<code>${value}</code>`)}${others > 0 ? ` and ${others} more` : ''}</p>`}
<p>${many ? html`<strong>The same in ${counted(rows.length, 'row')}.</strong> For the first: ` : ''}${inOwnWords(report, message)}</p>
</li>`;
}

function columnsTable({ header, feed }: DropReport): Html | string {
  if (header === undefined || header.columns.length === 0) return '';
  const columns = feedById(feed)?.columns ?? [];
  const rows = header.columns.map(({ name, heading, place }) => {
    if (name === null)
      return html`<tr><td>${columnLetters(place)}</td><td>${heading}</td><td>Not read</td></tr>`;
    const meaning = columns.find((column) => column.name === name)?.description ?? '';
    return html`<tr><td>${columnLetters(place)}</td><td>${heading}</td><td>${meaning} <span class="soft">(${name})</span></td></tr>`;
  });
  return html`<details><summary>How your ${counted(rows.length, 'column')} ${rows.length === 1 ? 'was' : 'were'} understood</summary>
<table><caption>The headings stand in row ${header.row}</caption>
<thead><tr><th scope="col">Column</th><th scope="col">Your heading</th><th scope="col">Read as</th></tr></thead>
<tbody>${rows}</tbody></table></details>`;
}

function particulars(report: DropReport): Html {
  const { area, feed, receivedAt, knownAt, recognisedAs, sha256, id, key } = report;
  const pairs: readonly (readonly [string, string])[] = [
    ['Council', councilText(area)],
    ['Feed', feedById(feed)?.title ?? feed],
    [isTried(report) ? 'Tried' : 'Came', moment(receivedAt)],
    ...(knownAt === receivedAt ? [] : ([['Counts from', moment(knownAt)]] as const)),
    ['Place', key],
    ...(recognisedAs === null ? [] : ([['Read as', recognisedAs.split(';')[0] ?? '']] as const)),
    ...(isTried(report) ? [] : ([['Report', id]] as const)),
    ...(sha256 === null ? [] : ([['Fingerprint', sha256]] as const)),
  ];
  return html`<footer><dl>${pairs.map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}</dl></footer>`;
}

function councilText(area: string): string {
  if (area === SHARED_AREA) return 'Every council';
  return area === UNKNOWN_AREA ? 'None that is known' : (areaByCode(area)?.name ?? area);
}

const MOMENT = new Intl.DateTimeFormat('en-GB', {
  dateStyle: 'long',
  timeStyle: 'short',
  timeZone: 'Europe/London',
});

function moment(instant: string): string {
  return MOMENT.format(new Date(instant));
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
