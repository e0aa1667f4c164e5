import { editionInUse, neighboursInUse } from '../../catalogue/areas/neighbours-in-use.ts';
import { areaByCode } from '../../catalogue/areas.ts';
import { complementOfGroup } from '../../catalogue/outcomes/complements.ts';
import { whyNoResult } from '../../catalogue/outcomes/years.ts';
import { isSmall, WITHHELD } from '../../disclosure/policy.ts';
import { shareInterval } from '../../outcomes/chance.ts';
import { restOf } from '../../outcomes/complement.ts';
import { type Gap, gapBetween } from '../../outcomes/gap.ts';
import { clean, NO_FIGURE, type OutcomeFigure } from '../../outcomes/outcome-figure.ts';
import { rankAmong } from '../../outcomes/rank.ts';
import type { Period } from '../../period/period.ts';
import { WHY_WITHHELD } from '../protected/withheld-text.ts';
import type { OutcomeSeries } from './outcome-series.ts';
import type { Beside } from './scorecard-view.ts';

/** Where figures stand, and for whom. */
export type Setting = {
  readonly area: string;
  /** The series of the same stage, among which a group finds all pupils and its complement. */
  readonly all: readonly OutcomeSeries[];
  /** For callers without small numbers: a small count that would only follow from others is not worked out. */
  readonly hideSmall: boolean;
};

/** One year of a series beside region, England, neighbours and the rest of the pupils. */
export function besideOthers(series: OutcomeSeries, year: Period, setting: Setting): Beside {
  const { definition } = series;
  const point = series.council.get(year);
  const own = point ?? NO_FIGURE;
  const whyNot = whyNoResult(definition.id, year);
  const other = (found: OutcomeFigure | undefined) => shown(found ?? NO_FIGURE, whyNot);
  const [region, national] = [series.region.get(year), series.national.get(year)];
  const mean = series.neighbours.get(year);
  const complement = complementOf(series, year, setting);
  const council = areaByCode(setting.area);
  return {
    council: {
      ...shown(own, whyNot),
      interval: definition.unit === 'ratio' ? (shareInterval(own) ?? null) : null,
      ...{ source: point?.source ?? null, note: point?.note ?? null, drop: point?.drop ?? null },
    },
    region: other(region),
    national: other(national),
    neighbours: {
      ...other(mean),
      n: mean?.n ?? 0,
      of: council ? neighboursInUse(council).length : 0,
      edition: editionInUse,
    },
    gaps: {
      region: gapTo(region),
      national: gapTo(national),
      neighbours: gapTo(mean),
      complement: gapTo(complement?.figure),
    },
    complement: complement?.about ?? null,
    rank:
      own.value === null
        ? null
        : (rankAmong(own.value, series.each.get(year) ?? [], definition.better) ?? null),
  };

  function gapTo(found: OutcomeFigure | undefined): Gap | null {
    return found ? (gapBetween(own, found, definition) ?? null) : null;
  }
}

function complementOf(series: OutcomeSeries, year: Period, { all, hideSmall }: Setting) {
  const complement = series.group === undefined ? undefined : complementOfGroup(series.group);
  if (!complement) return undefined;
  const { group, name } = complement;
  const ofGroup = (wanted: string | undefined) =>
    all
      .find(
        (each) =>
          each.definition.id === series.definition.id &&
          each.group === wanted &&
          Object.keys(each.dimensions).length === (wanted === undefined ? 0 : 1),
      )
      ?.council.get(year);
  const published = group === null ? undefined : ofGroup(group);
  if (published && published.value !== null) {
    return { figure: published, about: { group, name, value: published.value, basis: 'published' as const } };
  }
  // What is withheld is not worked out again, nor is it where a written symbol stands.
  if (!complement.isRest || published) return undefined;
  const [whole, part] = [ofGroup(undefined), series.council.get(year)];
  const rest = whole && part && restOf(whole, part);
  if (!rest || rest.value === null) return undefined;
  if (hideSmall && [rest.numerator, rest.denominator].some((count) => count === undefined || isSmall(count)))
    return undefined;
  const value = clean(rest.value);
  return { figure: rest, about: { group, name, value, basis: 'worked-out' as const } };
}

function shown({ value, status, numerator, denominator }: OutcomeFigure, whyNot: string | undefined) {
  return {
    ...{ value, status: status ?? null },
    ...{ numerator: numerator ?? null, denominator: denominator ?? null },
    why: value === null ? (reasonOf(status) ?? whyNot ?? 'Not published.') : null,
  };
}

/** What a written symbol means; undefined where none is written. */
function reasonOf(status: string | undefined): string | undefined {
  if (status === undefined) return undefined;
  if (status === WITHHELD) return `Not shown, because ${WHY_WITHHELD}.`;
  return `None: the file says “${status}”.`;
}
