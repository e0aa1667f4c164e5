import type { OutcomeSummary } from '../../../shared/recompute/outcomes/outcome-summary-view.ts';
import { addressOf } from '../../address.ts';
import { type Content, html } from '../../dom/element.ts';
import { differentTimes, type Pair, paired } from '../../words/comparison.ts';
import { resultText, yearText } from '../../words/outcomes.ts';
import { csvLink } from '../csv-link.ts';
import { gapContent } from '../outcomes/gap.ts';
import { figuresSay } from '../outcomes/officers.ts';
import { nothing, section } from '../section.ts';
import { type Column, table } from '../table.ts';
import { NOT_FETCHED, ofSummary, type Side, type Sides } from './side.ts';

type Stage = OutcomeSummary['stages'][number];
type Assessment = OutcomeSummary['assessments'][number];

/** Results of schools of two councils, stage by stage, each with its gap to England. */
export function resultPairs(sides: Sides, asOf: string | undefined): HTMLElement {
  const [first, second] = sides.map((side) => ofSummary(side, ({ outcomes }) => outcomes));
  const stages = paired(first?.stages ?? [], second?.stages ?? [], ({ stage }) => stage);
  const assessments = paired(first?.assessments ?? [], second?.assessments ?? [], ({ metric }) => metric);
  const without = sides
    .filter((side) => ofSummary(side, ({ outcomes }) => outcomes.assessments.length) === 0)
    .map(({ area }) => nothing(`No result of schools has come yet for ${area.name}.`));
  return section(
    'result-pairs',
    'Education results',
    without,
    assessments.length === 0
      ? null
      : html(
          'p',
          {},
          'The latest result of each council, all pupils, and how far it is from England; pp are percentage points.',
        ),
    stages.flatMap((pair) => {
      const stage = pair.first ?? pair.second;
      if (stage === undefined) return [];
      const own = assessments.filter((each) => (each.first ?? each.second)?.stage === stage.stage);
      return [html('h3', {}, stage.name), stageTable(sides, pair, own, asOf)];
    }),
    assessments.length === 0
      ? null
      : csvLink(`compare-results-${sides.map(({ area }) => area.code).join('-')}`, [
          ['assessment', 'council', 'school year', 'value', 'England', 'gap to England', 'rating'],
          ...assessments.flatMap((pair) =>
            [lineOf(sides[0], pair.first), lineOf(sides[1], pair.second)].flat(),
          ),
        ]),
  );
}

function stageTable(
  [first, second]: Sides,
  stage: Pair<Stage>,
  rows: readonly Pair<Assessment>[],
  asOf: string | undefined,
): HTMLElement {
  const columns: readonly Column<Pair<Assessment>>[] = [
    {
      heading: 'Assessment',
      kind: 'row',
      cell: (pair) => [(pair.first ?? pair.second)?.name, differentYears([first, second], pair)],
    },
    { heading: first.area.name, kind: 'own', cell: (pair) => resultOf(first, pair.first, asOf) },
    { heading: second.area.name, cell: (pair) => resultOf(second, pair.second, asOf) },
  ];
  const whole = html(
    'span',
    {},
    'The stage as a whole: ',
    ratingOf(first, stage.first),
    ' ',
    ratingOf(second, stage.second),
  );
  return table(whole, columns, rows, 'table-pairs table-result-pairs table-cards');
}

function ratingOf({ area, summary }: Side, stage: Stage | undefined): Content {
  return [`${area.name} `, summary.kind === 'failed' ? NOT_FETCHED : figuresSay(stage?.rating ?? null)];
}

function resultOf({ area, summary }: Side, found: Assessment | undefined, asOf: string | undefined): Content {
  if (summary.kind === 'failed') return NOT_FETCHED;
  if (found === undefined || found.value === null || found.year === null)
    return html('span', { class: 'value value-missing' }, 'no figures yet');
  const { metric, value, unit, year, difference, arrow, rating } = found;
  const chance = { judged: false, beyond: null, lower: null, upper: null };
  return [
    html(
      'a',
      { class: 'value', href: addressOf({ area: area.code, page: 'gaps', metric, asOf }) },
      resultText(value, unit),
    ),
    html('span', { class: 'fine' }, yearText(year)),
    figuresSay(rating),
    difference === null || arrow === null
      ? html('span', { class: 'fine' }, 'nothing of England to hold it against')
      : html(
          'span',
          { class: 'fine' },
          gapContent({ difference, arrow, chance }, unit),
          arrow === 'flat' ? ' with England' : ' than England',
        ),
  ];
}

function differentYears([first, second]: Sides, pair: Pair<Assessment>): Content {
  const of = [
    { name: first.area.name, year: pair.first?.year },
    { name: second.area.name, year: pair.second?.year },
  ].flatMap(({ name, year }) => (year == null ? [] : [{ name, when: yearText(year) }]));
  const said = differentTimes(of, 'Different years');
  return said === null ? null : html('span', { class: 'fine' }, said);
}

function lineOf({ area }: Side, found: Assessment | undefined): (string | number | null)[][] {
  if (found === undefined) return [];
  const { metric, year, value, national, difference, rating } = found;
  return [[metric, area.name, year, value, national, difference, rating]];
}
