import type { GapYear } from '../../../shared/recompute/outcomes/scorecard-view.ts';
import type { Gaps } from '../../api/outcomes.ts';
import type { LineId } from '../../chart/years/lines.ts';
import { type Content, html } from '../../dom/element.ts';
import { resultText, yearText } from '../../words/outcomes.ts';
import { csvLink } from '../csv-link.ts';
import { noFigure } from '../outcomes/covid-year.ts';
import { type Column, NOTHING, table } from '../table.ts';

/** The years of a result in few columns: council, region, England, similar councils. */
export function briefYears(
  { metric, name, years, unit }: Gaps,
  names: Readonly<Record<LineId, string>>,
): readonly HTMLElement[] {
  const other = ({ value }: GapYear['region']) => (value === null ? NOTHING : resultText(value, unit));
  const columns: readonly Column<GapYear>[] = [
    {
      heading: 'School year',
      kind: 'row',
      cell: ({ period, covid }) => `${yearText(period)}${covid === null ? '' : ' (Covid)'}`,
    },
    { heading: names.council, kind: 'own', cell: (year) => own(year, unit) },
    { heading: names.region, kind: 'number', cell: ({ region }) => other(region) },
    { heading: names.national, kind: 'nation', cell: ({ national }) => other(national) },
    {
      heading: names.neighbours,
      kind: 'number',
      cell: ({ neighbours }) => (neighbours.value === null ? NOTHING : resultText(neighbours.value, unit)),
    },
  ];
  return [
    html(
      'div',
      { class: 'chart-data', role: 'region', 'aria-label': `${name}, year by year`, tabindex: 0 },
      table('The newest year first', columns, years.toReversed(), 'table-figures'),
    ),
    ...yearsWithoutOwn(years),
    csvLink(metric, [
      ['school year', names.council, names.region, names.national, names.neighbours],
      ...years.map(({ period, council, region, national, neighbours }) => [
        ...[yearText(period), council.value, region.value, national.value, neighbours.value],
      ]),
    ]),
  ];
}

function own({ council }: GapYear, unit: Gaps['unit']): Content {
  return council.value === null
    ? html('span', { class: 'fine' }, 'no figure')
    : resultText(council.value, unit);
}

/** The years of which the council has no figure, by why it has none. */
function yearsWithoutOwn(years: readonly GapYear[]): readonly HTMLElement[] {
  const missing = years.filter(({ council }) => council.value === null);
  const reasons = Map.groupBy(missing, ({ council }) => council.why ?? 'Not published.');
  return [...reasons].map(([why, of]) =>
    noFigure(
      of.map(({ period }) => period),
      why,
    ),
  );
}
