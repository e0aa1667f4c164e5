import { gapText, measureText, outcomeText } from '../../../shared/outcomes/outcome-text.ts';
import type { Scorecard, ScorecardRow } from '../../../shared/recompute/outcomes/scorecard-view.ts';
import { type ChartLine, rowChart, rowChartHeight } from '../../chart/outcomes/row-chart.ts';
import { html } from '../../dom/element.ts';
import { drawing } from '../drawing.ts';
import { markKey } from '../mark-key.ts';
import { section } from '../section.ts';

/** A result in percent of which council and England have a figure. */
type Drawn = {
  readonly name: string;
  readonly own: number;
  readonly national: number;
  readonly gap: NonNullable<ScorecardRow['gaps']['national']>;
};

/** Every result in percent beside England's as a picture, all pupils first; null where there is none to draw. */
export function besideEngland({ name, rows }: Scorecard): HTMLElement | null {
  const drawn = [...rows.filter(isOfAll), ...rows.filter((row) => !isOfAll(row))].flatMap(drawnOf);
  if (drawn.length === 0) return null;
  const lines = drawn.map(lineOf);
  const scores = rows.some(({ unit, council }) => unit === 'score' && council.value !== null);
  return section(
    'beside-england',
    'Beside England',
    html('p', { class: 'finding' }, finding(name, drawn)),
    html(
      'figure',
      { class: 'chart-figure' },
      drawing((width) => rowChart(lines, width, description(name, drawn)), rowChartHeight(lines.length)),
      markKey([
        ['own', name],
        ['other', 'England'],
      ]),
    ),
    html(
      'p',
      { class: 'fine' },
      `Drawn are the results in percent of which both have a figure.${scores ? ' Mean scores are in points, which have no place on a scale of percent: they are in the scorecard below.' : ''}`,
    ),
  );
}

function isOfAll({ dimensions }: ScorecardRow): boolean {
  return Object.keys(dimensions).length === 0;
}

function drawnOf(row: ScorecardRow): readonly Drawn[] {
  const { unit, shortName, of, council, national, gaps } = row;
  if (unit !== 'ratio' || council.value === null || national.value === null || gaps.national === null)
    return [];
  const name = measureText(shortName, isOfAll(row) ? null : of);
  return [{ name, own: council.value, national: national.value, gap: gaps.national }];
}

function lineOf({ name, own, national }: Drawn): ChartLine {
  return {
    label: name,
    marks: [
      { series: 'own', value: own },
      { series: 'other', value: national },
    ],
  };
}

/** In how many results the council keeps up, and in which it is furthest behind. */
function finding(council: string, drawn: readonly Drawn[]): string {
  const behind = drawn.filter(({ gap }) => gap.arrow.endsWith('bad'));
  const furthest = behind.toSorted((a, b) => Math.abs(b.gap.difference) - Math.abs(a.gap.difference))[0];
  const kept = `In ${drawn.length - behind.length} of ${drawn.length} results ${council} is level with England or better.`;
  return furthest === undefined
    ? kept
    : `${kept} Furthest behind: ${furthest.name}, by ${gapText(furthest.gap.difference, 'ratio')}.`;
}

function description(council: string, drawn: readonly Drawn[]): string {
  const each = drawn.map(
    ({ name, own, national }) =>
      `${name}: ${council} ${outcomeText(own, 'ratio')}, England ${outcomeText(national, 'ratio')}.`,
  );
  return `Dots in rows. ${each.join(' ')} All figures are in the scorecard below.`;
}
