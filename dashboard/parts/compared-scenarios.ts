import type { Unit } from '../../shared/catalogue/metric.ts';
import { askCompared, type Compared, type KeptItem } from '../api/scenarios.ts';
import type { LineLook, LinesFigure } from '../chart/line.ts';
import { lineValueText } from '../words/line-value.ts';
import { periodWords } from '../words/period.ts';
import { partFailure } from './failure.ts';
import { linesFigure } from './lines-figure.ts';

const LOOKS: readonly LineLook[] = ['with', 'without', 'first', 'plan', 'second', 'third'];

const METRICS: Readonly<Record<string, { readonly name: string; readonly unit: Unit }>> = {
  'ehcp.active': { name: 'Open plans', unit: 'count' },
  'hnb.income': { name: 'High Needs Block income', unit: 'gbp' },
  'hnb.spend': { name: 'High Needs Block spend', unit: 'gbp' },
  'dsg.in-year-balance': { name: 'In-year balance', unit: 'gbp' },
  'dsg.cumulative-balance': { name: 'Cumulative balance', unit: 'gbp' },
};

/** Kept scenarios side by side, a picture for each measure that more than one of them speaks of. */
export async function comparedScenarios(
  area: string,
  names: readonly string[],
): Promise<readonly HTMLElement[]> {
  const answer = await askCompared(area, names);
  if (answer.kind === 'failed') return [partFailure('The comparison', answer)];
  const { scenarios, lines } = answer.body;
  return lines
    .filter(({ unmitigated }) => !unmitigated)
    .map((line) => linesFigure(figureOf(line, scenarios)));
}

function figureOf(
  { metric, points }: Compared['lines'][number],
  scenarios: readonly KeptItem[],
): LinesFigure {
  const { name = metric, unit = 'count' } = METRICS[metric] ?? {};
  const lines = scenarios.flatMap(({ title, name: kept }, at) => {
    const own = points.map(({ period, values }) => ({ period, value: values[at] ?? null }));
    if (own.every(({ value }) => value === null)) return [];
    return [{ name: title ?? kept, look: LOOKS[at] ?? ('third' as const), points: own }];
  });
  const ends = lines.flatMap(({ name: called, points: own }) => {
    const last = own.findLast(({ value }) => value !== null);
    return last?.value == null
      ? []
      : [`${lineValueText(last.value, unit)} in ${periodWords(last.period)} (${called})`];
  });
  return {
    finding: `${name}: ${ends.join(', ')}.`,
    ...{ axis: name, unit, lines, file: `compared-${metric}` },
    ...(unit === 'gbp' && metric.startsWith('dsg') && { zero: true }),
    listed: (period) => !/^\d{4}-\d{2}$/.test(period) || /-(03|09)$/.test(period),
  };
}
