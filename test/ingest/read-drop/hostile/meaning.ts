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
  { name: 'a number of 39 digits', content: count('1'.repeat(39)), ...cellLost, code: 'number-too-large' },
  { name: 'a negative number of cases', content: count('-5'), ...cellLost, code: 'below-range' },
  { name: 'a negative number that is real', ...planned('ehcp.unexplained', '-5'), ...ONE_TAKEN },
  { name: 'a deficit', ...planned('dsg.in-year-balance', '(£43.2m)', 'FY2024'), ...ONE_TAKEN },
];
