import { type HandFigure, type HandReading, numberOrSymbol } from './figure.ts';
import type { HandPlaces } from './places.ts';
import { type HandRow, handRows } from './table.ts';

type Pick = {
  /** Rows that are told: heading → text. */
  readonly where: Readonly<Record<string, string>>;
  readonly metric: string;
  readonly group?: string;
  /** The heading of the figure, with what it is divided by to become a fraction; or part and whole. */
  readonly figure?: { readonly heading: string; readonly by: number };
  readonly part?: { readonly numerator: string; readonly denominator: string };
};

const ALL_REQUESTS = 'All requests for EHC needs assessments';
const GROUPS = {
  'CINO at 31 March': 'cin',
  'CPPO at 31 March': 'child-protection',
  'CLA 12 months at 31 March': 'cla',
} as const;
const SUBJECTS = [
  ...[['read', 'reading'] as const, ['writta', 'writing'] as const, ['mat', 'maths'] as const],
  ...[['rwm', 'rwm'] as const, ['gps', 'gps'] as const, ['scita', 'science'] as const],
];

/** Which cells are figures of which metric, file by file, as its metadata says. */
const PICKS: Readonly<Record<string, readonly Pick[]>> = {
  'requests.csv': [
    {
      where: { breakdown_topic: ALL_REQUESTS, breakdown: ALL_REQUESTS },
      metric: 'sen2.requests',
      figure: { heading: 'requests_received_in_year', by: 1 },
    },
  ],
  'timeliness_20_week.csv': [
    {
      where: { breakdown_topic: 'All EHC plans issued', breakdown: 'All EHC plans issued' },
      metric: 'sen2.timeliness-20-weeks',
      figure: { heading: 'pc_plans_issued_within_20_weeks', by: 100 },
      part: { numerator: 'plans_issued_within_20_weeks', denominator: 'plans_issued_den' },
    },
  ],
  'annual_reviews.csv': [
    {
      where: { breakdown_topic: 'All annual reviews', breakdown: 'All annual reviews' },
      metric: 'sen2.annual-reviews',
      part: { numerator: 'total_review_meeting', denominator: 'review_expected' },
    },
  ],
  'ks2_la.csv': Object.entries(GROUPS).flatMap(([name, group]) =>
    SUBJECTS.map(([short, subject]) => ({
      where: { social_care_group: name },
      metric: `ks2.${subject}`,
      group,
      figure: { heading: `pt_${short}_met_expected_standard`, by: 100 },
      part: {
        numerator: `t_${short}_met_expected_standard`,
        denominator: `t_${short}_eligible_pupils`,
      },
    })),
  ),
};

/** The figures of one of the given files of Explore Education Statistics; undefined for a file not known here. */
export function handOpenData(file: string, name: string, places: HandPlaces): HandReading | undefined {
  const picks = PICKS[name];
  if (picks === undefined) return undefined;
  const figures: HandFigure[] = [];
  let rows = 0;
  for (const row of handRows(file)) {
    const place = placeOf(row, places);
    const told = picks.filter(({ where }) =>
      Object.entries(where).every(([head, text]) => row(head) === text),
    );
    if (place === undefined || told.length === 0) continue;
    rows += 1;
    for (const pick of told) figures.push({ ...figureOf(row, pick), place, period: periodOf(row) });
  }
  return { figures, rows };
}

function placeOf(row: HandRow, places: HandPlaces): string | undefined {
  switch (row('geographic_level')) {
    case 'National':
      return row('country_name') === 'England' ? 'ENGLAND' : undefined;
    case 'Regional':
      return places.region(row('region_code'));
    case 'Local authority':
      return places.council(row('old_la_code'));
    default:
      return undefined;
  }
}

function periodOf(row: HandRow): string {
  const year = row('time_period').slice(0, 4);
  return row('time_identifier') === 'Academic year' ? `AY${year}` : year;
}

function figureOf(row: HandRow, { metric, group, figure, part }: Pick): Omit<HandFigure, 'place' | 'period'> {
  const said = { metric, ...(group !== undefined && { group }) };
  const numerator = part === undefined ? undefined : numberOrSymbol(row(part.numerator));
  const denominator = part === undefined ? undefined : numberOrSymbol(row(part.denominator));
  const [above, below] = [numerator?.value ?? null, denominator?.value ?? null];
  const counts = above === null || below === null ? {} : { numerator: above, denominator: below };
  if (figure !== undefined) {
    const { value, status } = numberOrSymbol(row(figure.heading));
    if (value !== null) return { ...said, value: value / figure.by, ...counts };
    return { ...said, value, ...(status !== undefined && { status }) };
  }
  if (above !== null && below !== null && below > 0 && above <= below)
    return { ...said, value: above / below, ...counts };
  // A share of nobody, or above all of them, is none: docs/dropping-files.md.
  const status = above === null ? numerator?.status : below === null ? denominator?.status : 'x';
  return { ...said, value: null, ...(status !== undefined && { status }) };
}
