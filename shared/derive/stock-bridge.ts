import { addMonths, type Month, monthsBetween } from '../period/month.ts';
import { asMonth } from '../period/period.ts';
import type { MetricSeries, Point } from './point.ts';

/** The parts of a month's bridge, in the order in which they lead from its opening to its closing. */
export const bridgeParts = [
  'opening',
  'newPlans',
  'transferredIn',
  'ceased',
  'unexplained',
  'closing',
] as const;
export type BridgePart = (typeof bridgeParts)[number];

/** Why a part has no figure: nobody spoke of it, a reason was written in its place, or it follows from such a part. */
export type BridgeGap = { readonly part: BridgePart; readonly status: string; readonly text: string };

/**
 * One month: closing = opening + newPlans + transferredIn − ceased + unexplained, exactly, where all are known.
 * Numbers of plans; null is unknown, and `gaps` says why.
 */
export type BridgeMonth = Readonly<Record<BridgePart, number | null>> & {
  readonly period: Month;
  readonly gaps: readonly BridgeGap[];
};

const NOT_SAID = 'not-collected';

const SOURCES = {
  opening: 'ehcp.active',
  newPlans: 'ehcp.new-plans',
  transferredIn: 'ehcp.transferred-in',
  ceased: 'ehcp.ceased',
  closing: 'ehcp.active',
} as const;

const NAMES: Readonly<Record<Exclude<BridgePart, 'unexplained'>, string>> = {
  opening: 'plans open at the end of the month before',
  newPlans: 'new plans',
  transferredIn: 'plans transferred in',
  ceased: 'plans that ceased',
  closing: 'plans open at the end of the month',
};

/**
 * Open plans from month to month, the last month first: from the first to the last month in which the stock or one
 * of its flows is spoken of. A flow that nobody reported is unknown and never zero. Source: contract, section 3.
 */
export function stockBridge(all: readonly MetricSeries[]): readonly BridgeMonth[] {
  const months = (metric: string) => monthly(all, metric);
  const found = {
    stock: months(SOURCES.closing),
    newPlans: months(SOURCES.newPlans),
    transferredIn: months(SOURCES.transferredIn),
    ceased: months(SOURCES.ceased),
  };
  const spoken = Object.values(found)
    .flatMap((points) => [...points.keys()])
    .sort();
  const [first, last] = [spoken[0], spoken.at(-1)];
  if (!first || !last) return [];
  return monthsBetween(first, last)
    .toReversed()
    .map((period) =>
      bridgeOf(period, {
        opening: found.stock.get(addMonths(period, -1)),
        newPlans: found.newPlans.get(period),
        transferredIn: found.transferredIn.get(period),
        ceased: found.ceased.get(period),
        closing: found.stock.get(period),
      }),
    );
}

type Parts = Readonly<Record<Exclude<BridgePart, 'unexplained'>, Point | undefined>>;

function bridgeOf(period: Month, parts: Parts): BridgeMonth {
  const figureOf = (part: keyof Parts) => parts[part]?.value ?? null;
  const known = {
    opening: figureOf('opening'),
    newPlans: figureOf('newPlans'),
    transferredIn: figureOf('transferredIn'),
    ceased: figureOf('ceased'),
    closing: figureOf('closing'),
  };
  const unexplained = residualOf(known);
  const missing = (['opening', 'newPlans', 'transferredIn', 'ceased', 'closing'] as const).filter(
    (part) => known[part] === null,
  );
  return { period, ...known, unexplained, gaps: gapsOf(parts, missing) };
}

function residualOf(known: Readonly<Record<keyof Parts, number | null>>): number | null {
  const { opening, newPlans, transferredIn, ceased, closing } = known;
  if (opening === null || newPlans === null || transferredIn === null || ceased === null || closing === null)
    return null;
  return closing - opening - newPlans - transferredIn + ceased;
}

function gapsOf(parts: Parts, missing: readonly (keyof Parts)[]): readonly BridgeGap[] {
  if (missing.length === 0) return [];
  const names = missing.map((part) => NAMES[part]).join(', ');
  return [
    ...missing.map((part) => {
      const status = parts[part]?.status ?? NOT_SAID;
      const text =
        parts[part] === undefined
          ? `No file says how many: ${NAMES[part]}.`
          : `"${status}" stands in place of a number: ${NAMES[part]}.`;
      return { part, status, text };
    }),
    {
      part: 'unexplained',
      status: NOT_SAID,
      text: `What the flows do not explain cannot be told without: ${names}.`,
    },
  ];
}

/** The months of a metric as a whole, without splits. */
function monthly(all: readonly MetricSeries[], metric: string): ReadonlyMap<Month, Point> {
  const series = all.find((each) => each.metric === metric && Object.keys(each.dimensions).length === 0);
  return new Map(
    series?.points.flatMap((point) => {
      const month = asMonth(point.period);
      return month === undefined ? [] : [[month, point] as const];
    }),
  );
}
