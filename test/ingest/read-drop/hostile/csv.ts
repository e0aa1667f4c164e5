import type { HostileCase } from '../hostile-cases.ts';

const HEADER = 'month,ehcp_active,inmss_placed';
const GOOD = `${HEADER}\n2024-09,6090,355\n2024-10,6161,362\n`;
const twoGood = { state: 'accepted', rows: { read: 2, accepted: 2 }, cells: 4 } as const;
const oneCellLost = { state: 'accepted-with-problems', rows: { read: 1, partly: 1 }, cells: 1 } as const;

export const csvCases: readonly HostileCase[] = [
  { name: 'a byte order mark', content: () => `\ufeff${GOOD}`, ...twoGood },
  { name: 'UTF-16', content: () => Buffer.from(`\ufeff${GOOD}`, 'utf16le'), ...twoGood },
  {
    name: 'UTF-16, big-endian without a mark',
    content: () => Buffer.from(GOOD, 'utf16le').swap16(),
    ...twoGood,
  },
  {
    name: 'Windows-1252 with £',
    feed: 'finance-monthly',
    content: () =>
      Buffer.from('month,financial_year,hnb_income_forecast\n2024-09,FY2024,\xa374.42m\n', 'latin1'),
    state: 'accepted',
    rows: { read: 1, accepted: 1 },
    cells: 1,
  },
  { name: 'mixed newlines', content: () => `${HEADER}\r\n2024-09,6090,355\r2024-10,6161,362\n`, ...twoGood },
  {
    name: 'a newline in quotes',
    content: () => `month,"ehcp\n_active",inmss_placed\n2024-09,6090,355\n2024-10,"6161\n",362\n`,
    ...twoGood,
  },
  {
    name: 'an unclosed quote',
    content: () => `${HEADER}\n2024-09,6090,355\n2024-10,"6161,362\n2024-11,6259,359\n`,
    state: 'quarantined',
    rows: { read: 1, accepted: 1 },
    code: 'unclosed-quote',
    cells: 0,
  },
  { name: 'semicolons', content: () => GOOD.replaceAll(',', ';'), ...twoGood },
  { name: 'tabs', content: () => GOOD.replaceAll(',', '\t'), ...twoGood },
  {
    name: 'rows that are too short',
    content: () => `${HEADER}\n2024-09\n2024-10,6161\n`,
    state: 'accepted',
    rows: { read: 2, accepted: 1, ignored: 1 },
    cells: 1,
  },
  {
    name: 'rows that are too long',
    content: () => `${HEADER}\n2024-09,6,090,355\n2024-10,6161,362\n`,
    state: 'accepted-with-problems',
    rows: { read: 2, accepted: 1, rejected: 1 },
    code: 'too-many-cells-in-row',
    cells: 2,
  },
  {
    name: 'one heading twice',
    content: () => 'month,ehcp_active,EHCP Active\n2024-10,1,2\n',
    state: 'quarantined',
    rows: { read: 1, rejected: 1 },
    code: 'duplicate-column',
  },
  {
    name: 'a heading renamed to a variant',
    content: () => GOOD.replace('ehcp_active', 'Number of EHCPs'),
    ...twoGood,
  },
  {
    name: 'a heading renamed beyond recognition',
    content: () => GOOD.replace('ehcp_active', 'how many'),
    state: 'accepted',
    rows: { read: 2, accepted: 2 },
    cells: 2,
  },
  {
    name: 'title, total and note',
    content: () => `SEND report,,\n\n${GOOD}Total,12251,717\n* provisional,,\n`,
    state: 'accepted',
    rows: { read: 6, accepted: 2, ignored: 4 },
    cells: 4,
  },
  { name: 'a header only', content: () => `${HEADER}\n`, state: 'quarantined', rows: {}, code: 'no-rows' },
  { name: '0 bytes', content: () => '', state: 'quarantined', rows: {}, code: 'no-rows' },
  {
    name: 'NUL bytes at the start',
    content: () => Buffer.concat([Buffer.alloc(5), Buffer.from(GOOD)]),
    state: 'quarantined',
    rows: {},
    code: 'not-text',
  },
  {
    name: 'NUL bytes far down',
    content: () => `${GOOD}${'2024-10,6161,362\n'.repeat(1000)}\0`,
    state: 'quarantined',
    rows: { read: 1002, accepted: 2, ignored: 1000 },
    code: 'not-text',
  },
  {
    name: 'a single field of 100 MB',
    content: () => Buffer.concat([Buffer.from(`${HEADER}\n2024-10,`), Buffer.alloc(100_000_000, 'x')]),
    state: 'quarantined',
    rows: {},
    code: 'row-too-long',
  },
  { name: 'a heading __proto__', content: () => `__proto__,${GOOD.replaceAll('\n2', '\n1,2')}`, ...twoGood },
  ...['=1+1', '@SUM(A1)', '+A1', '-A1', '"\t5"', '"\r=1"'].map((formula) => ({
    name: `a formula ${formula}`,
    content: () => `${HEADER}\n2024-10,${formula},362\n`,
    ...oneCellLost,
    code: 'formula',
  })),
  {
    name: 'negatives that are no formulas',
    feed: 'finance-monthly',
    content: () =>
      'month,financial_year,dsg_in_year_balance_forecast\n2024-06,FY2024,-38.15\n2024-09,FY2024,(43.2)\n',
    state: 'accepted',
    rows: { read: 2, accepted: 2 },
    cells: 2,
  },
  {
    name: '24,000 rows of commas only',
    content: () => GOOD + ',,\n'.repeat(24_000),
    state: 'accepted',
    rows: { read: 24_002, accepted: 2, ignored: 24_000 },
    cells: 4,
  },
  {
    name: 'leading spaces in numbers',
    content: () => `${HEADER}\n 2024-10 ,  6161,\u00a0362\n`,
    state: 'accepted',
    rows: { read: 1, accepted: 1 },
    cells: 2,
  },
  {
    name: 'a table to look at: two rows of headings and a footnote',
    content: () => 'Month,EHCPs,New plans,\n,,,Early years\nOct-24,6161,101,9\nNote: provisional,,,\n',
    state: 'accepted',
    rows: { read: 3, accepted: 1, ignored: 2 },
    cells: 3,
  },
  {
    name: 'headings that stand over two rows',
    content: () => 'Month,New plans,,INMSS\n,all,Early years,placed\nOct-24,101,9,362\n',
    state: 'accepted',
    rows: { read: 2, accepted: 1, ignored: 1 },
  },
];
