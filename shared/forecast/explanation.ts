import { addMonths, type Month } from '../period/month.ts';
import { calendarMonthName, monthText } from '../period/month-text.ts';
import type { Basis, ForecastPoint } from './answer.ts';
import { decomposed, extremesOf } from './decomposition.ts';
import type { Method } from './methods/method.ts';
import { isShare, type SeriesNature } from './nature.ts';
import type { RecentBreak } from './recent-break.ts';
import { at } from './sequence.ts';

/** What a forecast was made from, for its explanation. */
export type Account = {
  readonly first: Month;
  readonly nature: SeriesNature;
  readonly count: number;
  readonly methods: readonly Method[];
  /** Null when all methods count the same. */
  readonly weights: readonly number[] | null;
  readonly origins: number;
  readonly seasonal: boolean;
  /** The first month of a new level within the last two years. */
  readonly shiftAt: number | null;
  readonly recent: RecentBreak | null;
  readonly last: number;
  readonly points: readonly ForecastPoint[];
};

/** A short readable name: "mean of theta and damped trend". */
export function methodName({ methods, weights }: Pick<Account, 'methods' | 'weights'>): string {
  const [only, ...rest] = methods;
  if (only !== undefined && rest.length === 0) return only.name;
  if (weights === null) {
    return methods.length > 4
      ? `mean of ${methods.length} methods`
      : `mean of ${listed(methods.map(({ name }) => name))}`;
  }
  return `weighted mean of ${methods.length} methods led by ${listed(leaders(methods, weights))}`;
}

/** The method and why it, trend and season, and what was done about a moved level, in plain sentences. */
export function explain(account: Account): string {
  const sentences = [
    `${capital(methodName(account))}: ${reasonFor(account)}.`,
    `${trendOf(account)}, ${seasonIn(account)}.`,
  ];
  const { levelMoved, apart } = basisOf(account);
  if (levelMoved !== null) {
    sentences.push(
      `The level moved in ${monthText(levelMoved)}: months before are counted at the new level.`,
    );
  }
  if (apart === 2) {
    sentences.push(
      'The last two months lie far from those before: the forecast goes half way with them, with wider intervals.',
    );
  }
  if (apart === 1) {
    sentences.push(
      'The last month lies far from those before: whether it lasts is not known yet, so intervals are wider.',
    );
  }
  return sentences.join(' ');
}

/** What the forecast rests on, as data. */
export function basisOf({
  first,
  count,
  methods,
  weights,
  origins,
  seasonal,
  shiftAt,
  recent,
}: Account): Basis {
  return {
    figures: count,
    methods: methods
      .map(({ name }, place) => ({
        name,
        weight: weights === null ? 1 / methods.length : at(weights, place),
      }))
      .sort((a, b) => b.weight - a.weight),
    origins: weights === null ? 0 : origins,
    seasonal,
    levelMoved: shiftAt === null ? null : addMonths(first, shiftAt),
    apart: recent === null || recent.sure < 1 ? 0 : recent.months,
  };
}

/** "with a yearly season, highest in March and lowest in August". */
function seasonIn({ seasonal, points }: Account): string {
  if (!seasonal) return 'without a clear yearly season';
  const { season } = decomposed(points, seasonal);
  if (season === null) return 'with a yearly season';
  const { highest, lowest } = extremesOf(season);
  return `with a yearly season, highest in ${calendarMonthName(highest)} and lowest in ${calendarMonthName(lowest)}`;
}

function reasonFor({ count, nature, methods, weights, origins }: Account): string {
  if (weights !== null) {
    return `each counts by how little it erred in forecasts from ${origins} past months`;
  }
  if (methods.some(({ id }) => id === 'croston'))
    return 'most months have none, so how often and how many is forecast';
  const figures = `${count} monthly figures`;
  if (methods.length === 1) return `${figures} are too few for more, and a stock carries its past with it`;
  if (nature === 'stock' || count >= 12) return `${figures} are too few to weight methods by their errors`;
  return `${figures} are too few to tell a trend or a season from chance`;
}

function trendOf({ last, points, nature }: Account): string {
  const year = points.slice(0, 12);
  const end = year.at(-1);
  if (end === undefined) return 'It says nothing';
  const change = end.value - last;
  const size = Math.abs(last) > 0 ? Math.abs(change / last) : Number.POSITIVE_INFINITY;
  const figure = written(end.value, nature);
  // Half a percent a year is no trend that a reader would see.
  if (change === 0 || size < 0.005)
    return `It expects about the last figure (${figure}) in ${monthText(end.period)}`;
  const direction = change > 0 ? 'above' : 'below';
  const distance = isShare(nature)
    ? `${Number((100 * Math.abs(change)).toPrecision(2))} percentage points`
    : nature === 'money' || size > 10
      ? written(Math.abs(change), nature)
      : `${(100 * size).toPrecision(2)}%`;
  return `It expects ${figure} in ${monthText(end.period)}, ${distance} ${direction} the last figure`;
}

function written(value: number, nature: SeriesNature): string {
  if (isShare(nature)) return `${Number((100 * value).toPrecision(3))}%`;
  return value.toLocaleString('en-GB', { maximumSignificantDigits: 4 });
}

function listed(names: readonly string[]): string {
  const head = names.slice(0, -1);
  const tail = names.slice(-1).join('');
  return head.length === 0 ? tail : `${head.join(', ')} and ${tail}`;
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

function leaders(methods: readonly Method[], weights: readonly number[]): string[] {
  return methods
    .map(({ name }, place) => ({ name, weight: at(weights, place) }))
    .sort((a, b) => b.weight - a.weight)
    .slice(0, 2)
    .map(({ name }) => name);
}
