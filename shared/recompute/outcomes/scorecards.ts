import { editionInUse } from '../../catalogue/areas/neighbours-in-use.ts';
import { areaByCode } from '../../catalogue/areas.ts';
import { groups } from '../../catalogue/breakdowns/groups.ts';
import { groupNote } from '../../catalogue/outcomes/group-notes.ts';
import { type Stage, stages } from '../../catalogue/outcomes/stages.ts';
import { beginsIn, covidNote, whyNoResult } from '../../catalogue/outcomes/years.ts';
import type { Facts } from '../../facts/fold.ts';
import { type Period, parsePeriod } from '../../period/period.ts';
import { rollUp } from '../../rating/roll-up.ts';
import type { ComparedWith } from '../compared-with.ts';
import type { OfficerBook } from '../officer-rating.ts';
import type { SeriesView } from '../views.ts';
import { besideOthers, type Setting } from './beside.ts';
import { keyPoints } from './key-points.ts';
import { type OutcomeSeries, outcomeSeries, yearsWithFigures } from './outcome-series.ts';
import { scorecardRow } from './scorecard-row.ts';
import type { GapYear, KeptGaps, KeptScorecard } from './scorecard-view.ts';

/** What scorecards are made from: the series as their readers see them, and what is the same for all readers. */
export type OutcomesInput = {
  readonly area: string;
  readonly views: readonly SeriesView[];
  readonly facts: Facts;
  readonly others: ComparedWith;
  readonly book: OfficerBook;
  /** True for callers without small numbers: the views are then those that they see. */
  readonly hideSmall: boolean;
};

/** The scorecards of a stage, the newest year first, and its series by year. */
export type StageOutcomes = {
  readonly stage: Stage;
  readonly scorecards: readonly KeptScorecard[];
  /** By metric, the gaps of each of its series over time. */
  readonly gaps: ReadonlyMap<string, KeptGaps>;
};

/** The stages of which there is any figure. */
export function stageOutcomes(input: OutcomesInput): readonly StageOutcomes[] {
  return stages.flatMap((stage) => {
    const all = outcomeSeries(stage, input.views, input.facts, input.others);
    const years = yearsWithFigures(all).toReversed();
    if (years.length === 0) return [];
    const setting = { area: input.area, all, hideSmall: input.hideSmall };
    return [
      {
        stage,
        scorecards: years.map((year) => scorecardOf(stage, year, years, setting, input.book)),
        gaps: gapsOf(all, setting),
      },
    ];
  });
}

function scorecardOf(
  stage: Stage,
  year: Period,
  years: readonly Period[],
  setting: Setting,
  book: OfficerBook,
): KeptScorecard {
  const council = areaByCode(setting.area);
  const region = council?.region.name ?? 'region';
  const told = setting.all.map((series) => ({
    ...{ series, region },
    earlier: (year: Period) => besideOthers(series, year, setting),
    row: scorecardRow(series, year, setting, officersOf(series, book)),
  }));
  const members = told
    .filter(({ series }) => isOfAll(series) && whyNoResult(series.definition.id, year) === undefined)
    .map(({ row }) => ({ id: row.metric, name: row.shortName, rating: row.rating }));
  const { rating, reasons } = rollUp(stage.name, members);
  return {
    ...{ area: setting.area, name: council?.name ?? setting.area, region },
    ...{ stage: stage.id, year, years: [...years], edition: editionInUse },
    ...{ rating: rating === 'grey' ? null : rating, reasons: [...reasons] },
    officerRating: book.ofPupils('stage', [stage.id, stage.name]),
    keyPoints: keyPoints(told, year, setting.area),
    rows: told.map(({ row }) => row),
  };
}

/** Officers rate an assessment as a metric, and a group of pupils as a group. */
function officersOf(series: OutcomeSeries, book: OfficerBook) {
  if (isOfAll(series)) return book.ofMetric(series.definition).at(-1)?.rating ?? null;
  const group = groups.find(({ id }) => id === series.group);
  return group ? book.ofPupils('group', [group.id, group.name, ...group.variants]) : null;
}

function gapsOf(all: readonly OutcomeSeries[], setting: Setting): ReadonlyMap<string, KeptGaps> {
  const entries = all.map((series) => {
    const { definition, dimensions, of, group } = series;
    const { id, name, shortName, unit, better } = definition;
    const note = groupNote(group);
    return {
      ...{ metric: id, name, shortName, unit, better, dimensions: { ...dimensions } },
      ...{ group: group ?? null, of },
      notes: note === undefined ? [] : [note],
      years: everyYear(series).map(
        (period): GapYear => ({
          period,
          ...besideOthers(series, period, setting),
          why: whyNoResult(id, period) ?? null,
          covid: covidNote(id, period) ?? null,
        }),
      ),
    };
  });
  return Map.groupBy(entries, ({ metric }) => metric);
}

/** Every school year from the first to the last of which anybody has a figure; none between is left out. */
function everyYear({ council, region, national, neighbours }: OutcomeSeries): readonly Period[] {
  const known = [council, region, national, neighbours]
    .flatMap((points) => [...points.keys()])
    .map(beginsIn)
    .filter((year) => !Number.isNaN(year));
  if (known.length === 0) return [];
  const [first, last] = [Math.min(...known), Math.max(...known)];
  return Array.from({ length: last - first + 1 }, (_, at) => parsePeriod(`AY${first + at}`)).flatMap(
    (period) => period ?? [],
  );
}

function isOfAll({ dimensions }: OutcomeSeries): boolean {
  return Object.keys(dimensions).length === 0;
}
