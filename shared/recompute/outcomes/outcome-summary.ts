import { groups } from '../../catalogue/breakdowns/groups.ts';
import { whyNoResult } from '../../catalogue/outcomes/years.ts';
import { rollUp } from '../../rating/roll-up.ts';
import type { OfficerBook } from '../officer-rating.ts';
import type { RollUpView } from '../views.ts';
import type { OutcomeSummary } from './outcome-summary-view.ts';
import type { ScorecardRow } from './scorecard-view.ts';
import type { StageOutcomes } from './scorecards.ts';

type Latest = { readonly stage: StageOutcomes['stage']['id']; readonly row: ScorecardRow } & {
  readonly year: OutcomeSummary['stages'][number]['year'];
};

/** What the first page says of results. A measure that has ended, for a known reason, is not among them. */
export function outcomeSummary(found: readonly StageOutcomes[], book: OfficerBook): OutcomeSummary {
  const latest = found.flatMap(latestRows);
  return {
    stages: found.map(({ stage, scorecards }) => {
      const members = latest
        .filter((each) => each.stage === stage.id && isOfAll(each.row))
        .map(({ row }) => ({ id: row.metric, name: row.shortName, rating: row.rating }));
      return {
        ...{ stage: stage.id, name: stage.name, year: scorecards[0]?.year ?? null },
        ...worstOf(stage.name, members),
        officerRating: book.ofPupils('stage', [stage.id, stage.name]),
      };
    }),
    assessments: latest
      .filter(({ row }) => isOfAll(row))
      .map(({ stage, row, year }) => ({
        ...{ metric: row.metric, stage, name: row.name, unit: row.unit, year },
        ...{ rating: row.rating, officerRating: row.officerRating, text: row.reasons[0]?.text ?? '' },
        ...{ value: row.council.value, national: row.national.value },
        difference: row.gaps.national?.difference ?? null,
        arrow: row.gaps.national?.arrow ?? null,
      })),
    groups: groups.flatMap(({ id, name, variants }) => {
      const own = latest.filter(({ row }) => row.dimensions['group'] === id);
      if (own.length === 0) return [];
      const members = own.map(({ row }) => ({ id: row.metric, name: row.shortName, rating: row.rating }));
      const years = own.flatMap(({ year }) => year ?? []).sort();
      return [
        {
          ...{ group: id, name, year: years.at(-1) ?? null },
          ...worstOf(name, members),
          officerRating: book.ofPupils('group', [id, name, ...variants]),
        },
      ];
    }),
  };
}

/** The same as members of the ratings. */
export function outcomeRollUps(summary: OutcomeSummary): RollUpView[] {
  const view = (
    kind: 'stage' | 'group',
    id: string,
    each: OutcomeSummary['stages'][number] | OutcomeSummary['groups'][number],
  ): RollUpView => ({
    ...{ kind, id, rating: each.rating ?? 'grey', officerRating: each.officerRating },
    ...{ decidedBy: each.decidedBy, members: each.members, known: each.known },
    reasons: [
      {
        ...{ rule: each.rating === null ? 'roll-up-none' : 'roll-up-worst', value: null, bound: null },
        ...{ difference: null, since: null, text: each.text },
      },
    ],
  });
  return [
    ...summary.stages.map((each) => view('stage', each.stage, each)),
    ...summary.groups.map((each) => view('group', each.group, each)),
  ];
}

/** Each series of a stage in its latest year with a figure; of a measure that has ended none. */
export function latestRows({ stage, scorecards }: StageOutcomes): readonly Latest[] {
  const newest = scorecards[0]?.year;
  const found = new Map<string, Latest>();
  for (const { rows, year } of scorecards)
    for (const row of rows) {
      const name = `${row.metric}|${JSON.stringify(row.dimensions)}`;
      const ended = newest != null && whyNoResult(row.metric, newest) !== undefined;
      if (row.council.value !== null && !ended && !found.has(name))
        found.set(name, { stage: stage.id, row, year });
    }
  const order = new Map(
    scorecards[0]?.rows.map((row, at) => [`${row.metric}|${JSON.stringify(row.dimensions)}`, at]),
  );
  return [...found].sort(([a], [b]) => (order.get(a) ?? 0) - (order.get(b) ?? 0)).map(([, latest]) => latest);
}

function worstOf(name: string, members: Parameters<typeof rollUp>[1]) {
  const { rating: worst, decidedBy, members: all, known, reasons } = rollUp(name, members);
  return {
    rating: worst === 'grey' ? null : worst,
    ...{ decidedBy: [...decidedBy], members: all, known, text: reasons.map(({ text }) => text).join(' ') },
  };
}

function isOfAll({ dimensions }: ScorecardRow): boolean {
  return Object.keys(dimensions).length === 0;
}
