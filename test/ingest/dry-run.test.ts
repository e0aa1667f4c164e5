import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { feedById } from '../../shared/catalogue/feeds/feeds.ts';
import type { Drop, DropReport } from '../../shared/facts/drop.ts';
import { dryRun } from '../../shared/ingest/dry-run.ts';
import type { Setting } from '../../shared/settings/setting.ts';
import { memoryIngest } from './in-memory.ts';

const area = 'E06000054';
const feedId = 'send-monthly';
const putTime = '2025-01-09T09:00:00.000Z';

type More = {
  readonly knownAt?: string;
  readonly columns?: Record<string, string>;
  readonly drops?: readonly Drop[];
  readonly settings?: readonly Setting[];
};

async function tried(text: string, more: More = {}): Promise<DropReport> {
  const feed = feedById(feedId);
  if (!feed) throw new Error('No feed');
  const { drops = [], settings = [], knownAt, columns } = more;
  const { report } = await dryRun(
    { area, feed, filename: 'a.csv', bytes: Buffer.from(text), knownAt, columns },
    {
      drops: { list: () => Promise.resolve(drops) },
      settings: { list: () => Promise.resolve(settings) },
      clock: { now: () => new Date(putTime) },
    },
  );
  return report;
}

/** What a report says of the file, and not of the drop. */
function saidOf({
  id: _id,
  versionId: _versionId,
  ...said
}: DropReport): Omit<DropReport, 'id' | 'versionId'> {
  return said;
}

const heading = fc.constantFrom('Month', 'ehcp_active', 'New plans', 'Child name', 'x', '');
const cell = fc.constantFrom(
  '2024-10',
  'Oct-24',
  '6,161',
  '-3',
  'n/a',
  '',
  '88.5',
  '=1+1',
  'someone@example.org',
);
const file = fc
  .record({
    head: fc.array(heading, { minLength: 1, maxLength: 4 }),
    rows: fc.array(fc.array(cell, { maxLength: 4 }), { maxLength: 8 }),
  })
  .map(({ head, rows }) =>
    [head, ...rows].map((cells) => cells.map((each) => `"${each}"`).join(',')).join('\n'),
  );

test('a dry run answers the report that the drop then has', async () => {
  await fc.assert(
    fc.asyncProperty(
      file,
      fc.constantFrom(undefined, '2024-12-01', '2999-01-01', 'soon'),
      async (text, knownAt) => {
        const known = knownAt === undefined ? {} : { knownAt };
        const report = await memoryIngest().take(`${area}/${feedId}/a.csv`, { text }, { putTime, ...known });
        const { header, ...said } = saidOf(await tried(text, known));
        const { header: kept, ...dropped } = saidOf(report);
        expect(said).toEqual(dropped);
        // A trial also names headings of which none is known, for whoever can say what they are.
        const strange = report.problems[0]?.code === 'no-known-columns';
        if (strange) expect(header?.columns.every(({ name }) => name === null)).toBe(true);
        else expect(header).toEqual(kept);
      },
    ),
    { numRuns: 100 },
  );
});

const own = 'Stichtag,Kinder mit Plan\n2024-10,6161\n';
const columns = { Stichtag: 'month', 'Kinder mit Plan': 'ehcp_active' };
const mapping: Setting = {
  ...{ area, kind: 'mapping', id: feedId, version: 3, by: 'ann', at: '2025-01-01T00:00:00.000Z' },
  body: { columns },
};

test('it reads by the stored mapping, and by one to try in its place', async () => {
  expect((await tried(own)).state).toBe('quarantined');
  const stored = await tried(own, { settings: [mapping] });
  expect(stored).toMatchObject({ state: 'accepted', cells: 1 });
  expect(stored.recognisedAs).toContain('(mapping 3)');
  const given = await tried(own, { columns });
  expect(given).toMatchObject({ state: 'accepted', cells: 1 });
  expect(given.recognisedAs).toContain('(mapping to try)');
  expect((await tried(own, { columns: {}, settings: [mapping] })).state).toBe('quarantined');
});

test('it knows the versions before: the same content is said to change nothing, a slip to retract nothing', async () => {
  const ingest = memoryIngest();
  await ingest.take(`${area}/${feedId}/a.csv`, { text: 'month,ehcp_active\n2024-10,5\n' }, { putTime });
  const { drops } = ingest;
  const same = await tried('month,ehcp_active\n2024-10,5\n', { drops });
  expect(same.warnings.map(({ code }) => code)).toEqual(['same-content']);
  const slip = await tried('month,ehcp_active\n2024-13,5\n', { drops });
  expect(slip).toMatchObject({ state: 'quarantined', quarantineCode: 'nothing-taken' });
});

test('the report says under which heading each column stands', async () => {
  const { header } = await tried('SEND figures\n,Month,No. of EHCPs\n,Oct-24,5\n');
  expect(header).toEqual({
    row: 2,
    columns: [
      { name: 'month', heading: 'Month', place: 2 },
      { name: 'ehcp_active', heading: 'No. of EHCPs', place: 3 },
    ],
  });
  expect((await tried('Child name,Month,EHCPs\nx,Oct-24,5\n')).header).toBeUndefined();
});

test('of a file without a known heading it tells the likely ones, a person’s never', async () => {
  const { state, header } = await tried('Return of plans\n\n,Stichtag,Kinder mit Plan\n,2024-10,6161\n');
  expect(state).toBe('quarantined');
  expect(header).toEqual({
    row: 3,
    columns: [
      { name: null, heading: 'Stichtag', place: 2 },
      { name: null, heading: 'Kinder mit Plan', place: 3 },
    ],
  });
  expect((await tried('Stichtag,Surname\n2024-10,x\n')).header).toBeUndefined();
  expect((await tried('Stichtag,Post\n2024-10,someone@example.org\n')).header).toBeUndefined();
});
