import { beforeAll, describe, expect, test } from 'vitest';
import { metrics } from '../../shared/catalogue/metrics.ts';
import { alternative } from '../../shared/disclosure/alternative.ts';
import { areaTable } from '../../shared/disclosure/area-table.ts';
import { linked } from '../../shared/disclosure/linked.ts';
import { disclosurePattern } from '../../shared/disclosure/pattern.ts';
import { nothingWithheld, type Pattern } from '../../shared/disclosure/pattern-schema.ts';
import { isSmall } from '../../shared/disclosure/policy.ts';
import type { CellBlock } from '../../shared/facts/cell.ts';
import { type Answers, answersOf } from './answers.ts';
import { type Council, filed, fileOf, monthOf, planned, smallCouncil } from './small-council.ts';

const NOW = '2024-06-15T12:00:00.000Z';
const MONTHS = 26;
const READER = ['read'];
const OFFICER = ['read', 'read-small-numbers'];
const LAST = monthOf(MONTHS - 1);

const figures = smallCouncil(MONTHS);
// One file is put again with other figures, so that earlier days and versions say something else.
const restated = fileOf(
  20,
  { ...figures[20], 'ehcp.ceased': 4, 'ehcp.requests': 14, 'ehcp.no-to-assess': 1 },
  1,
);
const plans = planned({
  'ehcp.tribunal-appeals': 2,
  'ehcp.new-plans': 8,
  'ehcp.ceased': 3,
  'ehcp.active': 305,
});
const council: Council = {
  drops: [...filed(figures).drops, restated.drop, ...plans.drops],
  blocks: [...filed(figures).blocks, ...restated.blocks, ...plans.blocks],
};

const DAYS = ['', 'asOf=2023-10-15', 'asOf=2023-11-12'];
const PERIODS = [monthOf(19), monthOf(20)];
const paths: readonly string[] = [
  ...DAYS.flatMap((day) => [
    ...metrics.map(({ id }) => `series/${id}?${day}`),
    ...[
      'summary',
      'ratings',
      'alerts',
      'stock-bridge',
      'data-quality',
      'reconciliation',
      'drops',
      'interventions',
      'decomposition/ehcp.active',
    ].map((route) => `${route}?${day}`),
    `ratings?period=${LAST}&${day}`,
    ...PERIODS.flatMap((period) =>
      metrics
        .filter(({ id }) => id.startsWith('ehcp.'))
        .map(({ id }) => `series/${id}/versions?period=${period}&${day}`),
    ),
  ]),
  'changes?since=2023-01-01&limit=200',
  'changes?since=2023-11-01&until=2023-11-30',
  'replay?from=2023-09&to=2024-05',
];

/** The same files with other small numbers in them. */
function moved(blocks: readonly CellBlock[], moves: ReadonlyMap<string, number>): readonly CellBlock[] {
  return blocks.map((block) => ({
    ...block,
    values: Object.fromEntries(
      Object.entries(block.values).map(([period, cell]) => {
        const drop = council.drops.find(
          ({ key, versionId }) => key === block.file && versionId === block.versionId,
        );
        const id = `${block.series.metric}||${period}#${drop?.id}::${cell.row}`;
        const move = block.series.role === 'actual' ? (moves.get(id) ?? 0) : 0;
        return [period, { ...cell, value: cell.value === null ? null : cell.value + move }];
      }),
    ),
  }));
}

let answers: Answers;
let pattern: Pattern;

beforeAll(async () => {
  pattern = disclosurePattern(council, metrics, new Date(NOW), nothingWithheld);
  answers = answersOf(pattern);
  await answers.take(council, NOW);
}, 120_000);

describe('a caller without small numbers', () => {
  test('is told the same, whatever a withheld number is', async () => {
    const { table } = areaTable(council, metrics, new Date(NOW));
    const whole = linked(table);
    const small = whole.counts.flatMap((count, at) => (count.small ? [at] : []));
    const first = new Map<string, string>();
    for (const path of paths) first.set(path, await answers.ask(path, READER));
    // Of each metric some months; of those the restated one.
    const tried = small.filter((at) =>
      /\|(2022-04|2023-09|2023-08|2024-02)#/.test(whole.counts[at]?.id ?? ''),
    );
    expect(tried.length).toBeGreaterThan(20);
    let compared = 0;
    const differing: string[] = [];
    for (const target of tried.filter((_, index) => index % 9 === 0)) {
      const moves = alternative(whole, target, new Set(pattern.withheld));
      if (!moves) continue;
      const named = new Map([...moves].map(([at, by]) => [whole.counts[at]?.id ?? '', by]));
      const other = { drops: council.drops, blocks: moved(council.blocks, named) };
      const twin = answersOf(pattern);
      await twin.take(other, NOW);
      compared += 1;
      for (const path of paths) {
        const told = await twin.ask(path, READER);
        if (told !== first.get(path)) differing.push(`${path} with ${JSON.stringify([...named])}`);
      }
    }
    expect(differing).toEqual([]);
    expect(compared).toBeGreaterThan(2);
  }, 300_000);

  test('reads no count below ten, and who may see small numbers reads them all', async () => {
    const readers = [];
    for (const { id } of metrics.filter(({ pupils }) => pupils)) {
      const told = JSON.parse(await answers.ask(`series/${id}`, READER));
      const whole = JSON.parse(await answers.ask(`series/${id}`, OFFICER));
      readers.push(
        ...told.points.filter(({ value }: { value: number | null }) => value !== null && isSmall(value)),
      );
      expect(whole.points).toHaveLength(told.points.length);
      expect(whole.points.every(({ status }: { status?: string }) => status !== 'c')).toBe(true);
    }
    // What the flows leave unexplained counts nobody.
    expect(readers.filter(({ unit }) => unit !== undefined)).toEqual([]);
  });

  test('sees a new file with the run that has judged it, and not before', async () => {
    const more = filed([...figures, ...smallCouncil(1, 9)]);
    const last = {
      drops: more.drops.slice(-1),
      blocks: more.blocks.filter(({ file }) => file === more.drops.at(-1)?.key),
    };
    const own = answersOf();
    await own.take(council, NOW);
    const before = await own.ask('changes?since=2023-11-01', READER);
    own.put(last);
    expect(await own.ask('changes?since=2023-11-01', READER)).toBe(before);
    expect(await own.ask('changes?since=2023-11-01', OFFICER)).not.toBe(before);
    await own.take({ drops: [], blocks: [] }, '2024-06-16T12:00:00.000Z');
    expect(await own.ask('changes?since=2023-11-01', READER)).not.toBe(before);
  }, 60_000);
});
