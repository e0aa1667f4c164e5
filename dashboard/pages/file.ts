import { feedTitles } from '../../shared/catalogue/feed-titles.ts';
import { fileName } from '../../shared/report/summary-words.ts';
import { type Address, addressOf } from '../address.ts';
import type { Answer, Failed, List } from '../api/ask.ts';
import { askDropsOf, askFeeds, askReport } from '../api/files.ts';
import type { AreaItem, DropItem } from '../api/questions.ts';
import type { Report } from '../api/try-file.ts';
import { type Content, html } from '../dom/element.ts';
import type { PageContent } from '../page.ts';
import { fileColumns } from '../parts/drops.ts';
import { partFailure } from '../parts/failure.ts';
import { section } from '../parts/section.ts';
import { columnsUnderstood } from '../parts/send/columns-understood.ts';
import { reportShown } from '../parts/send/report-shown.ts';
import { table } from '../parts/table.ts';
import { dayText } from '../words/when.ts';

/**
 * One file: what became of it and why, how it was understood, and its other versions. The address names a version by
 * `drop`, or by `key` the one that came last.
 */
export async function filePage(area: AreaItem, address: Address): Promise<Answer<PageContent>> {
  const { asOf } = address;
  const answer = await reportAt(area.code, address);
  if (answer.kind === 'failed') return answer;
  const report = answer.body;
  const [feeds, versions] = await Promise.all([askFeeds(), askDropsOf(area.code, report.key, asOf)]);
  const feed = feeds.kind === 'ok' ? feeds.body.items.find(({ id }) => id === report.feed) : undefined;
  const name = fileName(report);
  return {
    kind: 'ok',
    body: {
      title: `${name}: ${area.name}`,
      content: [
        html('h1', { class: 'file' }, `File ${name}`),
        html('p', { class: 'lead' }, leadOf(report)),
        section(
          'report',
          'What became of it',
          reportShown(report),
          columnsUnderstood(report, feed, undefined),
        ),
        section('forms', 'Take the report along', forms(area.code, report)),
        section('versions', 'Versions of this file', versionTable(area.code, asOf, versions)),
        html('p', {}, html('a', { href: addressOf({ area: area.code, page: 'files', asOf }) }, 'All files')),
      ],
    },
  };
}

async function reportAt(area: string, { dimensions: { drop, key }, asOf }: Address): Promise<Answer<Report>> {
  if (drop !== undefined) return await askReport(area, drop, asOf);
  if (key === undefined) return noFile('The address names no file. Choose one from the list of files.');
  const listed = await askDropsOf(area, key, asOf);
  if (listed.kind === 'failed') return listed;
  const [last] = listed.body.items;
  return last === undefined
    ? noFile('No file of that name has come. Choose one from the list of files.')
    : await askReport(area, last.id, asOf);
}

function noFile(detail: string): Failed {
  return { kind: 'failed', status: 404, detail };
}

function leadOf({ feed, receivedAt, knownAt }: Report): string {
  const title = feedTitles.find(({ id }) => id === feed)?.title ?? feed;
  const counts = knownAt === receivedAt ? '' : `; its figures count from ${dayText(knownAt)}`;
  return `${title}, received ${dayText(receivedAt)}${counts}`;
}

function forms(area: string, { id, problems, warnings }: Report): Content {
  const path = `/api/v1/areas/${encodeURIComponent(area)}/drops/${encodeURIComponent(id)}`;
  const entries = [
    [`${path}?format=html`, 'A page to send on'],
    ...(problems.length + warnings.length > 0
      ? [[`${path}?format=xlsx`, 'Your sheet with the places marked (Excel)']]
      : []),
    [path, 'The report as data (JSON)'],
  ];
  return html(
    'ul',
    { class: 'notes' },
    entries.map(([href, text]) => html('li', {}, html('a', { href }, text))),
  );
}

function versionTable(area: string, asOf: string | undefined, answer: Answer<List<DropItem>>): Content {
  if (answer.kind === 'failed') return partFailure('Its versions', answer);
  return table(
    'A file that is put again under its name replaces the one before; each stays readable',
    fileColumns(area, asOf),
    answer.body.items,
    'table-files table-cards',
  );
}
