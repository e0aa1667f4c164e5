import type { SeriesView } from '../../shared/recompute/views.ts';
import { addressOf } from '../address.ts';
import type { Answer } from '../api/ask.ts';
import { askReport } from '../api/files.ts';
import { askVersions, type List, type VersionItem } from '../api/questions.ts';
import { type Content, html } from '../dom/element.ts';
import { absentText } from '../words/absent.ts';
import { periodLabel } from '../words/figure.ts';
import { seriesFigure } from '../words/series-figure.ts';
import { dayText } from '../words/when.ts';
import { partFailure } from './failure.ts';
import { nothing, section } from './section.ts';
import { type Column, table } from './table.ts';

const HEADING = 'Where a figure came from';

/** For a chosen month every figure that it has had, with the file and row of each. */
export function earlierFigures(series: SeriesView, asOf: string | undefined): HTMLElement {
  const periods = series.points.map(({ period }) => period).reverse();
  const [newest] = periods;
  if (newest === undefined) return section('versions', HEADING, nothing('No figure has come yet.'));
  const select = html(
    'select',
    { id: 'version-period' },
    periods.map((period) => html('option', { value: period }, periodLabel(period))),
  );
  const place = html('div', { class: 'versions', 'aria-live': 'polite' });
  const choose = async () => {
    const wanted = select.value;
    const answer = await askVersions(series, wanted, asOf);
    const files = await filesOf(series.area, answer, asOf);
    if (select.value === wanted) place.replaceChildren(versions(series, answer, { asOf, files }));
  };
  select.addEventListener('change', () => void choose());
  void choose();
  return section(
    'versions',
    HEADING,
    html('p', { class: 'picker' }, html('label', { for: 'version-period' }, 'Figure for'), select),
    place,
  );
}

/** What the files are called, by drop; one whose report cannot be had is left out. */
type Files = { readonly asOf: string | undefined; readonly files: ReadonlyMap<string, string> };

async function filesOf(
  area: string,
  answer: Answer<List<VersionItem>>,
  asOf: string | undefined,
): Promise<Files['files']> {
  const drops = answer.kind === 'ok' ? [...new Set(answer.body.items.map(({ drop }) => drop))] : [];
  const reports = await Promise.all(drops.map((drop) => askReport(area, drop, asOf)));
  return new Map(reports.flatMap((each) => (each.kind === 'ok' ? [[each.body.id, each.body.key]] : [])));
}

function versions(series: SeriesView, answer: Answer<List<VersionItem>>, files: Files): HTMLElement {
  if (answer.kind === 'failed') return partFailure('The earlier figures', answer);
  const { items } = answer.body;
  if (items.length === 0)
    return nothing(
      'This figure was worked out from others; no file says it itself. Look at what it is made of.',
    );
  const columns: readonly Column<VersionItem>[] = [
    { heading: 'Known', kind: 'row', cell: ({ knownAt }) => dayText(knownAt) },
    { heading: 'Figure', kind: 'number', cell: (each) => valueText(each, series) },
    { heading: 'Holds now', cell: ({ current }) => (current ? 'yes' : 'no, replaced') },
    { heading: 'File', kind: 'prose', cell: (each) => fileOf(series.area, each, files) },
  ];
  return table(
    'Every figure that there has been for it, the newest first',
    columns,
    items,
    'table-versions table-cards',
  );
}

function valueText({ value, status }: VersionItem, series: SeriesView): string {
  if (value !== null) return seriesFigure(series, value);
  return absentText(status);
}

/** The file, sheet and row that said it, with the way to what became of the file. */
function fileOf(area: string, { drop, row, sheet }: VersionItem, { asOf, files }: Files): Content {
  const name = files.get(drop)?.split('/').slice(1).join('/') ?? 'the file';
  return html(
    'a',
    { href: addressOf({ area, asOf, page: 'file', dimensions: { drop } }) },
    html(
      'span',
      { class: 'file' },
      `${sheet === undefined ? '' : `Sheet “${sheet}”, `}row ${row} of ${name}`.replace(/^r/, 'R'),
    ),
  );
}
