import { addMonths } from '../period/month.ts';
import { asMonth, type Period } from '../period/period.ts';
import { latestSource, type Point } from './point.ts';

export type Points = ReadonlyMap<Period, Point>;

/** Numerator ÷ denominator of each period that has both. A written absence of either is the quotient's too. */
export function quotient(numerators: Points, denominators: Points): Map<Period, Point> {
  return pairwise(numerators, denominators, (numerator, denominator) =>
    denominator === 0
      ? { value: null, status: 'no-denominator', numerator, denominator }
      : { value: numerator / denominator, numerator, denominator },
  );
}

/** Minuend − subtrahend of each period that has both. */
export function difference(minuends: Points, subtrahends: Points): Map<Period, Point> {
  return pairwise(minuends, subtrahends, (minuend, subtrahend) => ({ value: minuend - subtrahend }));
}

/**
 * What the flows of a month do not explain of a stock's change: closing − opening − inflows + outflows.
 * Only for months in which the stock at both ends and every flow are known: missing is never zero.
 */
export function residual(
  stock: Points,
  inflows: readonly Points[],
  outflows: readonly Points[],
): Map<Period, Point> {
  const found = new Map<Period, Point>();
  for (const [period, closing] of stock) {
    const month = asMonth(period);
    const opening = month && stock.get(addMonths(month, -1));
    if (!opening) continue;
    const parts = [closing, opening, ...[...inflows, ...outflows].flatMap((flow) => flow.get(period) ?? [])];
    if (parts.length !== 2 + inflows.length + outflows.length) continue;
    const [close, open, ...flows] = parts.map(({ value }) => value);
    if (close == null || open == null || flows.includes(null)) continue;
    const net = flows.reduce<number>(
      (sum, flow, at) => sum + (at < inflows.length ? 1 : -1) * (flow ?? 0),
      0,
    );
    found.set(period, {
      period,
      value: close - open - net,
      source: latestSource(closing.source, ...parts.map(({ source }) => source)),
    });
  }
  return found;
}

function pairwise(
  lefts: Points,
  rights: Points,
  combine: (left: number, right: number) => Omit<Point, 'period' | 'source'>,
): Map<Period, Point> {
  const found = new Map<Period, Point>();
  for (const [period, left] of lefts) {
    const right = rights.get(period);
    if (!right) continue;
    const source = latestSource(left.source, right.source);
    if (left.value === null || right.value === null) {
      const status = left.status ?? right.status;
      found.set(period, { period, value: null, ...(status !== undefined && { status }), source });
    } else {
      const provisional = [left.status, right.status].includes('provisional');
      found.set(period, {
        period,
        ...(provisional && { status: 'provisional' }),
        ...combine(left.value, right.value),
        source,
      });
    }
  }
  return found;
}
