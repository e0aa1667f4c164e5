/** A file as a council might send it: November's number comes late, one cell cannot be read. The figures are invented. */
const file = 'Month,Number of EHCPs,No. placed in INMSS\nNov-24,"6,259",359\n31/12/2024,about 6371,358\n';

const flow = {
  ...{ requests: 97, noToAssessRate: 0.12, noToIssueRate: 0.039, ceased: 29 },
  ...{ start: 6357, from: '2025-01' },
};

/** What is sent with a request that carries something, by route. What is said in them is invented. */
export const bodies: Readonly<Record<string, unknown>> = {
  'PUT /areas/{area}/due-days/{feed}': { workingDays: 7, grace: 2 },
  'PUT /areas/{area}/reminder-days': { critical: 3, warning: 10 },
  'POST /areas/{area}/uploads': { feed: 'send-monthly', filename: '2025-02.csv', knownAt: '2025-01-08' },
  'PUT /areas/{area}/mappings/{feed}': { columns: { 'Children with a plan': 'ehcp_active' } },
  'PUT /areas/{area}/rules/{metric}': {
    bounds: { amber: { enter: 0.03 }, red: { enter: 0.08 } },
    reason: 'Agreed by the board',
    validFrom: '2024-12-01',
  },
  'PUT /areas/{area}/data-quality/{id}/acknowledge': {
    note: 'The system was down; the number comes with the next file',
    by: 'Data manager',
  },
  'POST /areas/{area}/alerts/{id}/acknowledge': {
    by: 'Head of SEND',
    note: 'Recovery plan goes to the board on 20 January',
    until: '2025-01-20',
  },
  'PUT /areas/{area}/silences/{id}': {
    match: { topic: 'data-quality' },
    reason: 'Nobody is in during half term',
    until: '2025-01-20',
  },
  'PUT /areas/{area}/ratings/{metric}/override': {
    rating: 'amber',
    reason: 'A new team starts in February',
    until: '2025-03-31',
  },
  'PUT /areas/{area}/rebase/{metric}': { from: '2024-09', reason: 'Counted as the SEN2 return counts' },
  'PUT /areas/{area}/scenarios/{name}': {
    model: 'system-flow',
    scenario: { name: 'Two years as now', ...flow, horizonMonths: 24 },
  },
  'POST /areas/{area}/scenarios/{name}/promote': { trajectory: 'as-now-2025-01', kind: 'target' },
  'POST /areas/{area}/drops/dry-run': { content: Buffer.from(file).toString('base64') },
  'POST /areas/{area}/scenarios/system-flow': { ...flow, horizonMonths: 12 },
  'POST /areas/{area}/scenarios/finance': {
    ...{ from: 'FY2025', years: 3, openingBalance: -75_440_000 },
    ...{ income: 80_301_000, otherSpend: 100_000_000 },
  },
};
