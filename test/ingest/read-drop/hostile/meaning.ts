import type { HostileCase } from '../hostile-cases.ts';

const ONE_TAKEN = { state: 'accepted', rows: { read: 1, accepted: 1 }, cells: 1 } as const;
const ONE_REJECTED = { state: 'accepted-with-problems', rows: { read: 1, rejected: 1 }, cells: 0 } as const;

function month(text: string): () => string {
  return () => `month,ehcp_active\n${text},6161\n`;
}

function count(text: string): () => string {
  return () => `month,ehcp_active\n2024-10,"${text}"\n`;
}

/** A figure of a tidy row; `ratio` and money have metrics of their own. */
function planned(metric: string, value: string, period = '2024-10'): Pick<HostileCase, 'feed' | 'content'> {
  return {
    feed: 'trajectory',
    content: () => `trajectory,kind,metric,period,value\nsv,target,${metric},${period},"${value}"\n`,
  };
}

const cellLost = { state: 'accepted-with-problems', rows: { read: 1, partly: 1 }, cells: 0 } as const;

/** An export of national statistics with one row, as a council of that number is in it. */
function national(value: string, number = '865', measure = 'SEN_CASES_JAN'): () => string {
  const head = 'Short Desc,Data item,Years,LA and Regions,Values,LA Number,Region';
  return () => `${head}\n${measure},,2024,Somewhere,"${value}",${number}.0,South West\n`;
}

/** Open data of one row about a council, under its old code and its three-digit number. */
function openData(newCode: string, oldCode: string): () => string {
  const all = 'All requests for EHC needs assessments';
  const head =
    'time_period,time_identifier,geographic_level,country_code,country_name,new_la_code,old_la_code,la_name,breakdown_topic,breakdown,requests_received_in_year';
  return () =>
    `${head}\n2022,Calendar year,Local authority,E92000001,England,${newCode},${oldCode},Somewhere,${all},${all},5\n`;
}

/** Codes that were changed: old code, three-digit number, present code. Source: reliability requirements. */
const CHANGED = [
  ['E10000027', '933', 'E06000066'],
  ['E10000023', '815', 'E06000065'],
  ['E08000016', '370', 'E08000038'],
  ['E08000019', '373', 'E08000039'],
] as const;

/** What is well-formed and yet means something else than it says. Codes of DfE releases are tested with their feed. */
export const meaningCases: readonly HostileCase[] = [
  { name: 'the 31st of February', content: month('31/02/2024'), ...ONE_REJECTED, code: 'impossible-date' },
  { name: 'a month that has not begun', content: month('2025-02'), ...ONE_REJECTED, code: 'future-month' },
  { name: 'the day before the month, not after', content: month('05/10/2024'), ...ONE_TAKEN },
  { name: 'an academic year', ...planned('ehcp.active', '5', 'AY2023/24'), ...ONE_TAKEN },
  { name: 'a calendar year', ...planned('ehcp.active', '5', '2023'), ...ONE_TAKEN },
  { name: 'a share of 0.53', ...planned('inmss.share', '0.53'), ...ONE_TAKEN },
  { name: 'a share of 53%', ...planned('inmss.share', '53%'), ...ONE_TAKEN },
  {
    name: 'a share of 53: per cent or not?',
    ...planned('inmss.share', '53'),
    ...ONE_REJECTED,
    code: 'ratio-above-one',
  },
  { name: 'a count of 1,234', content: count('1,234'), ...ONE_TAKEN },
  {
    name: 'a count of 1.234: a point between thousands?',
    content: count('1.234'),
    ...cellLost,
    code: 'not-whole',
  },
  ...['c', 'z', 'x', 'k', 'low', 'u', ':', '~', '.', '..', '-', '<5'].map((symbol) => ({
    name: `the symbol ${symbol}`,
    content: count(symbol),
    ...ONE_TAKEN,
  })),
  {
    name: 'a numerator above its denominator',
    content: () => 'month,new_plans,new_plans_early_years\n2024-10,20,25\n',
    state: 'accepted',
    rows: { read: 1, accepted: 1 },
    cells: 2,
    warning: 'part-above-whole',
  },
  ...CHANGED.map(
    ([before, number, now]): HostileCase => ({
      name: `a file of the time when ${now} had the code ${before}`,
      ...{ feed: 'dfe-statistics', area: now, content: openData(before, number) },
      ...ONE_TAKEN,
    }),
  ),
  {
    name: 'the figures of another council',
    ...{ feed: 'dfe-statistics', content: openData('E10000014', '850') },
    state: 'quarantined',
    rows: { read: 1, ignored: 1 },
    code: 'wrong-area',
    cells: 0,
  },
  {
    name: 'two codes that name two councils',
    ...{ feed: 'dfe-statistics', area: '_shared', content: openData('E06000054', '850') },
    state: 'quarantined',
    rows: { read: 1, rejected: 1 },
    code: 'la-combination',
    cells: 0,
  },
  {
    name: 'a percentage of 530 in national statistics',
    ...{ feed: 'dfe-statistics', content: national('530', '865', 'KS2RWM_Expected_STD') },
    ...ONE_REJECTED,
    code: 'percent-range',
  },
  {
    name: 'a percentage of 0.53 in national statistics: half a per cent, as the release says',
    ...{ feed: 'dfe-statistics', content: national('0.53', '865', 'KS2RWM_Expected_STD') },
    ...ONE_TAKEN,
  },
  {
    name: 'a negative count in national statistics',
    ...{ feed: 'dfe-statistics', content: national('-5') },
    ...ONE_REJECTED,
    code: 'below-range',
  },
  ...['c', 'z', 'x', 'k', 'low', 'u', ':', '~', '.', '..', '-', '<5'].map(
    (symbol): HostileCase => ({
      name: `the symbol ${symbol} in national statistics`,
      ...{ feed: 'dfe-statistics', content: national(symbol) },
      ...ONE_TAKEN,
    }),
  ),
  {
    name: 'a school year where a month belongs',
    content: month('2023/24'),
    ...ONE_REJECTED,
    code: 'month-out-of-range',
  },
  {
    name: 'duplicates that conflict',
    content: () => 'month,ehcp_active\n2024-10,1\n2024-10,2\n',
    state: 'accepted-with-problems',
    rows: { read: 2, rejected: 2 },
    code: 'contradiction',
    cells: 0,
  },
  {
    name: 'duplicates that agree',
    content: () => 'month,ehcp_active\n2024-10,1\nOct-24,1\n',
    state: 'accepted',
    rows: { read: 2, accepted: 1, ignored: 1 },
    cells: 1,
  },
  {
    name: 'a pupil number in a notes column',
    content: () => 'month,ehcp_active,notes\n2024-10,5,see H801200001001\n',
    state: 'quarantined',
    rows: { read: 1, accepted: 1 },
    code: 'personal-data',
    cells: 0,
  },
  {
    name: 'a pupil number in groups in a commentary',
    ...{
      feed: 'conditions',
      content: () =>
        'condition,text,update,rating,commentary\n3.1,plans,2024-11,Amber,"- see h80 1200 001 001, moved"\n',
    },
    state: 'quarantined',
    rows: { read: 1, accepted: 1 },
    code: 'personal-data',
    cells: 0,
  },
  { name: 'a number of 39 digits', content: count('1'.repeat(39)), ...cellLost, code: 'number-too-large' },
  { name: 'a negative number of cases', content: count('-5'), ...cellLost, code: 'below-range' },
  { name: 'a negative number that is real', ...planned('ehcp.unexplained', '-5'), ...ONE_TAKEN },
  { name: 'a deficit', ...planned('dsg.in-year-balance', '(£43.2m)', 'FY2024'), ...ONE_TAKEN },
];
